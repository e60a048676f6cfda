const jwt = require('jsonwebtoken');

function verifyToken(token, secret = 'my-jwt-secret') {
//                                   ^^^^^^^^^^^^^^^ hardcodedSecret
  return jwt.verify(token, secret, { algorithms: ['HS256'] });
}

module.exports = verifyToken;
