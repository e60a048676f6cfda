const fs = require('fs');
const path = require('path');
const ROOT = path.resolve('./uploads');

exports.read = (name) => {
  const file = path.resolve(ROOT, name);
  if (!file.startsWith(ROOT + path.sep)) throw new Error('outside');
  return fs.readFileSync(file);
};
