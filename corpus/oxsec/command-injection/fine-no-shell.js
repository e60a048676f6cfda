// safe: other function
const { execFile } = require('child_process');

module.exports = (file, done) => execFile('sha256sum', ['--', file], done);
