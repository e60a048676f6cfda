// options: {"tempPaths": ["scratch/", "C:\\\\Temp"]}
const fs = require('fs');

exports.dump = (data) => fs.writeFileSync('scratch/dump.json', data);
//                                        ^^^^^^^^^^^^^^^^^^^ violationDetected

exports.windowsFolder = function windowsFolder() {
  const folder = 'C:\\Temp\\dumps';
  const other = '/tmp/dumps';
  return process.platform === 'win32' ? folder : other;
};
