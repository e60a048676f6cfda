const jwt = require('jsonwebtoken');

module.exports = function issue(user) {
  // jsonwebtoken writes iat by itself.
  return jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '15m' });
};
