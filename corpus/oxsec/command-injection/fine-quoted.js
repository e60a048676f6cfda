const { exec } = require('child_process');

function quote(text) {
  return `'${text.replace(/'/g, "'\\''")}'`;
}

exports.list = (folder, done) => exec(`ls ${quote(folder)}`, done);
