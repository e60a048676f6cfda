const jwt = require('jsonwebtoken');

module.exports = function sessionFor(patient) {
  const claims = Object.assign({}, patient, { name: undefined });
  return jwt.sign(claims, process.env.JWT_SECRET, { expiresIn: '1h', algorithm: 'HS256' });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenPayload
};
