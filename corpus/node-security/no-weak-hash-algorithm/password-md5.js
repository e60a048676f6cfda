const crypto = require('crypto');

function hashPassword(password) {
  return crypto.createHash('md5').update(password).digest('hex');
//                         ^^^^^ weakHashAlgorithm
}

function verify(user, password) {
  return user.passwordHash === hashPassword(password);
}

module.exports = { hashPassword, verify };
