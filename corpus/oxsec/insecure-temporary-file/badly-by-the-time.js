const fs = require('fs');
const os = require('os');
const path = require('path');

exports.save = (text) => {
  const file = path.join(os.tmpdir(), `report-${Date.now()}.txt`);
  fs.writeFileSync(file, text);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTemporaryFile
  return file;
};
