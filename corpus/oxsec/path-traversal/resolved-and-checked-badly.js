const fs = require('fs');
const path = require('path');

// The check says that the file is meant to be below the working folder.
exports.read = (file) => {
  if (file.includes('../')) throw new Error('not below this folder');
  return fs.readFileSync(path.resolve(file), 'utf8');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
};
