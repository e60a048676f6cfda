const crypto = require('crypto');

module.exports = function derive(password) {
  let salt;
  salt = String(Math.random() * Number.MAX_SAFE_INTEGER);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
  return crypto.scryptSync(password, salt, 32);
};
