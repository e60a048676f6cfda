const crypto = require('crypto');

function comparePassword(password, stored) {
  const [salt, key] = stored.split(':');
  const derived = crypto.pbkdf2Sync(password, salt, 210000, 64, 'sha512').toString('hex');
  return derived === key;
//       ^^^^^^^^^^^^^^^ timingComparison
}

module.exports = comparePassword;
