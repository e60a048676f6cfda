const jwt = require('jsonwebtoken');

const options = { algorithm: 'HS256', issuer: 'shop', expiresIn: undefined };

exports.issue = (id) => jwt.sign({ sub: id, iat: Math.floor(Date.now() / 1000) }, process.env.KEY, options);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenExpiry
