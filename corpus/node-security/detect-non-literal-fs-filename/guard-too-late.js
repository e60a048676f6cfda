// options: {"additionalMethods": ["rm"], "allowedExtensions": [".log"]}
const fs = require('fs');

function remove(file, folder) {
  fs.stat(file, (error) => error && console.error(error));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fsPathTraversal
  if (!file.startsWith(folder)) return;
  fs.rm(file, () => {});
}

function clear(file, other, folder) {
  if (!file.startsWith(folder)) return;
  fs.rm(other, () => {});
//^^^^^^^^^^^^^^^^^^^^^^ fsPathTraversal
}

module.exports = { remove, clear };
