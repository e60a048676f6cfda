const crypto = require('crypto');

function encryptCard(number, key) {
  const cipher = crypto.createCipheriv('aes-128-ecb', key, null);
//                                     ^^^^^^^^^^^^^ ecbMode
  return cipher.update(number, 'utf8', 'base64') + cipher.final('base64');
}

function decryptCard(sealed, key) {
  const decipher = crypto.createDecipheriv('AES-128-ECB', key, '');
//                                         ^^^^^^^^^^^^^ ecbMode
  return decipher.update(sealed, 'base64', 'utf8') + decipher.final('utf8');
}

module.exports = { encryptCard, decryptCard };
