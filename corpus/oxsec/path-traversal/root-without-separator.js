const fs = require('fs');
const path = require('path');

const ROOT = path.resolve('./uploads');

exports.remove = (name) => {
  const file = path.resolve(ROOT, name);
  if (!file.startsWith(ROOT)) {
    throw new Error('outside');
  }
  fs.unlinkSync(file);
//^^^^^^^^^^^^^^^^^^^ pathTraversal
};
