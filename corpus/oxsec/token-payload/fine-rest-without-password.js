const jwt = require('jsonwebtoken');

function issue(user) {
  const { password, ...safe } = user;
  return jwt.sign({ ...safe }, process.env.KEY, { expiresIn: '15m' });
}

module.exports = { issue };
