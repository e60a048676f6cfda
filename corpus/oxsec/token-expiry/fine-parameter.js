const jwt = require('jsonwebtoken');

function createToken(id, lifetime) {
  const options = { expiresIn: lifetime, issuer: 'shop' };
  return jwt.sign({ id }, process.env.JWT_SECRET, options);
}

module.exports = { access: (id) => createToken(id, '10m'), refresh: (id) => createToken(id, '14d') };
