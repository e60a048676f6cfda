const jwt = require('jwt-simple');

exports.userOf = (token) => jwt.decode(token, process.env.KEY, true).sub;
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ decodedOnly
