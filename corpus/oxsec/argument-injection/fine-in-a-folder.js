const path = require('path');
const { execFile } = require('child_process');

exports.compress = (name, done) => execFile('gzip', [path.join('/srv/files', path.basename(name))], done);
