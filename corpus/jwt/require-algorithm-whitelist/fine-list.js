const jwt = require('jsonwebtoken');

module.exports = (token) =>
  jwt.verify(token, process.env.JWT_PUBLIC_KEY, {
    algorithms: ['RS256'],
    issuer: 'https://id.example.com',
    audience: 'https://api.example.com',
  });
