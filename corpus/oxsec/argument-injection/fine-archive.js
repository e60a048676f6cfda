const { spawn } = require('child_process');

exports.unpack = (archive, folder) => spawn('tar', ['zxf', archive, '-C', folder]);
