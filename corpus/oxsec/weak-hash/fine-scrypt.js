const crypto = require('crypto');

exports.hashPassword = (password) => {
  const salt = crypto.randomBytes(16);
  return { salt, hash: crypto.scryptSync(password, salt, 64, { N: 2 ** 15, maxmem: 2 ** 26 }) };
};
