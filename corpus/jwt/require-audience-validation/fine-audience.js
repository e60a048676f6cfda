const jwt = require('jsonwebtoken');

exports.claims = (token, key) =>
  jwt.verify(token, key, { algorithms: ['RS256'], audience: 'https://api.example.com' });
