const jwt = require('jsonwebtoken');

function issue(user) {
  const { createdAt, ...rest } = user;
  return jwt.sign({ ...rest }, process.env.KEY, { expiresIn: '15m' });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenPayload
}

module.exports = { issue };
