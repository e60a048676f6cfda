const fs = require('fs');
const jwt = require('jsonwebtoken');

const publicKey = fs.readFileSync('./keys/jwt.pub');

exports.claims = (token) =>
  jwt.verify(token, publicKey, {
    algorithms: ['RS256', 'PS256', 'ES256'],
    issuer: 'https://id.example.com',
  });
