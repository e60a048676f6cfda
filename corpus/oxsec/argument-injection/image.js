const { execFile } = require('child_process');

exports.convert = (from, to, done) => execFile('convert', [from, to], done);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
