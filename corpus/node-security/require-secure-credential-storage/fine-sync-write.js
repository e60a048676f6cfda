// writeFileSync is another name.
const fs = require('fs');

module.exports = (file, settings) => {
  fs.writeFileSync(file, JSON.stringify(settings, null, 2));
  return file;
};
