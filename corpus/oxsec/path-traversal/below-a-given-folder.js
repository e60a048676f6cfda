const fs = require('fs');
const path = require('path');

exports.read = (folder, name) => fs.readFileSync(path.join(folder, name), 'utf8');
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
