const crypto = require('crypto');

function encrypt(text, key) {
  const cipher = crypto.createCipheriv('aes-256-cbc', key, '1234567890123456');
//                                                         ^^^^^^^^^^^^^^^^^^ staticIv
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
}

function decrypt(sealed, key) {
  const decipher = crypto.createDecipheriv('aes-256-cbc', key, '1234567890123456');
//                                                             ^^^^^^^^^^^^^^^^^^ staticIv
  return decipher.update(sealed, 'hex', 'utf8') + decipher.final('utf8');
}

module.exports = { encrypt, decrypt };
