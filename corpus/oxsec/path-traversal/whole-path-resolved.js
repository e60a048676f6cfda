const fs = require('fs');
const path = require('path');

// A relative name is one below the working folder, resolved or not: the caller still names the file.
exports.read = (file) => fs.readFileSync(path.resolve(file || '.'), 'utf8');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
