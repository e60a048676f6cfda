const fs = require('fs');
const path = require('path');

exports.read = (file) => fs.readFileSync(path.resolve('uploads', file), 'utf8');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
