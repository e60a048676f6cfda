const crypto = require('crypto');

function digest(user, password) {
  const hash = crypto.createHash('md5');
  hash.update(`${user}:${password}`);
  return hash.digest('hex');
}

function derive(data, salt) {
  return crypto.pbkdf2Sync(data, salt, 210000, 32, 'sha512');
}

exports.key = (user, password, salt) => {
  const hashed = digest(user, password);
  return derive(hashed, salt);
};
