const crypto = require('node:crypto');

function protect(user) {
  const salt = crypto.randomBytes(16).toString('hex');
  user.hash = crypto.createHash('sha512').update(salt + user.password).digest('hex');
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakHash
  user.salt = salt;
  return user;
}

module.exports = { protect };
