const jwt = require('jsonwebtoken');

function createAccessToken(user) {
  return jwt.sign({ sub: user.id, role: user.role }, process.env.JWT_PRIVATE_KEY, {
    algorithm: 'RS256',
    expiresIn: '15m',
  });
}

function readAccessToken(token) {
  return jwt.verify(token, process.env.JWT_PUBLIC_KEY, { algorithms: ['RS256', 'ES256'] });
}

module.exports = { createAccessToken, readAccessToken };
