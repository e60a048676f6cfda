const crypto = require('crypto');

exports.lock = (note, password) => {
  const cipher = crypto.createCipher('aes-256-cbc', password);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
  return cipher.update(note, 'utf8', 'hex') + cipher.final('hex');
};
