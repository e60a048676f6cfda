const { randomBytes } = require('crypto');
const fs = require('fs');
const os = require('os');

exports.save = (text) => {
  const file = `${os.tmpdir()}/export-${randomBytes(16).toString('hex')}`;
  fs.writeFileSync(file, text);
  return file;
};
