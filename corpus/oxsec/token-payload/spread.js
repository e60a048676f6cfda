const jwt = require('jsonwebtoken');

function createSession(account) {
  const payload = { ...account, issuedBy: 'shop' };
  return jwt.sign(payload, process.env.JWT_SECRET, { expiresIn: '15m' });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenPayload
}

module.exports = { createSession };
