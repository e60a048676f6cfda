const { execFile } = require('node:child_process');

module.exports = (name) => execFile('convert', [name, '-resize', '200x200', `${name}.png`]);
