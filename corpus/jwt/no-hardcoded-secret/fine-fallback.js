const jwt = require('jsonwebtoken');

// A fallback in the code is as bad, but the argument is no literal.
function issue(user) {
  return jwt.sign({ sub: user.id }, process.env.JWT_SECRET || 'development-only', { expiresIn: '1h' });
}

module.exports = issue;
