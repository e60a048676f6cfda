const fs = require('fs').promises;
const path = require('path');

async function read(name) {
  const file = path.join(__dirname, 'uploads', name);
  return fs.readFile(file, 'utf8');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
}

module.exports = read;
