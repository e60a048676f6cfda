const fs = require('fs');
const path = require('path');

exports.read = (userFolder, name) => {
  const last = path.basename(name);
  const file = path.join(userFolder, last);
  return fs.readFileSync(file, 'utf8');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
};

exports.size = (name) => {
  const file2 = path.join('./public', name);
  return fs.statSync(file2).size;
//       ^^^^^^^^^^^^^^^^^^ violationDetected
};
