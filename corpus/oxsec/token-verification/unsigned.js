const jwt = require('jsonwebtoken');

exports.issue = (id) => jwt.sign({ sub: id }, '', { algorithm: 'none', expiresIn: '1h' });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noneSigned
