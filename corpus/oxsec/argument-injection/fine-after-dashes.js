const { execFile } = require('child_process');

exports.compress = (file, done) => execFile('gzip', ['-k', '--', file], done);
