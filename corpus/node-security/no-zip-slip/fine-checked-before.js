const path = require('path');

function targetOf(folder, entry) {
  if (entry.entryName.includes('..')) {
    throw new Error(`refused: ${path.join('rejected', 'names')}`);
  }
  const target = path.resolve(folder, String(entry.entryName));
  if (!target.startsWith(folder + path.sep)) {
    throw new Error('outside of the folder');
  }
  return target;
}

module.exports = targetOf;
