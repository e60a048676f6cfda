const fs = require('fs');
const os = require('os');
const path = require('path');

exports.saveReport = (text) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'report-'));
  const file = path.join(folder, 'report.csv');
  fs.writeFileSync(file, text);
  return file;
};
