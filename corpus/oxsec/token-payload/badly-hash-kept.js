const jwt = require('jsonwebtoken');

function issue(account) {
  const payload = { id: account.id, email: account.email, passwordHash: account.passwordHash };
  return jwt.sign(payload, process.env.KEY, { expiresIn: '15m' });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenPayload
}

module.exports = { issue };
