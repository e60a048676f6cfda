// safe: purpose
const { execFile } = require('child_process');

exports.build = (options, done) => {
  execFile(options.compiler || 'cc', ['main.c'], done);
};
