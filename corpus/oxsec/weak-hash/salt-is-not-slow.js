const crypto = require('crypto');

exports.hashPassword = (password) => {
  const salt = crypto.randomBytes(16).toString('hex');
  const digest = crypto.createHash('sha512').update(salt + password).digest('hex');
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakHash
  return `${salt}:${digest}`;
};
