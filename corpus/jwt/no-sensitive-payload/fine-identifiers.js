const jwt = require('jsonwebtoken');

module.exports = function tokenFor(user) {
  return jwt.sign({ sub: user.id, role: user.role, tenant: user.tenantId }, process.env.JWT_SECRET, {
    expiresIn: '15m',
  });
};
