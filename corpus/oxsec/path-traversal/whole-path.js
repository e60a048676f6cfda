const fs = require('fs');

// The caller names the file: that is what the function is for.
exports.read = (file) => fs.readFileSync(file, 'utf8');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
