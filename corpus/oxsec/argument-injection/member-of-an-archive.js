const { spawn } = require('child_process');

exports.pack = (member) => spawn('tar', ['zcf', 'all.tgz', member]);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
