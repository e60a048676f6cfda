const argon2 = require('argon2');
const bcrypt = require('bcrypt');

async function verify(user, password) {
  if (user.hash.startsWith('$argon2')) {
    return argon2.verify(user.hash, password);
  }
  return bcrypt.compare(password, user.hash);
}

module.exports = verify;
