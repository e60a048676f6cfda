const crypto = require('crypto');

module.exports = function verify(user, password) {
  const hash = crypto.createHash('sha256');
  hash.update(password + user.salt);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakHash
  return crypto.timingSafeEqual(hash.digest(), user.digest);
};
