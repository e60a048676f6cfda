const jwt = require('jsonwebtoken');

module.exports = function tokenFor(user) {
  return jwt.sign(
    {
      id: user.id,
      email: user.email,
//    ^^^^^^^^^^^^^^^^^ sensitivePayloadField
      password: user.passwordHash,
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitivePayloadField
      phoneNumber: user.phone,
//    ^^^^^^^^^^^^^^^^^^^^^^^ sensitivePayloadField
    },
    process.env.JWT_SECRET,
    { expiresIn: '7d' },
  );
};
