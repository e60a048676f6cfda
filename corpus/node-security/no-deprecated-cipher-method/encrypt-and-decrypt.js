const crypto = require('crypto');

const password = process.env.FILE_PASSWORD;

function encrypt(text) {
  const cipher = crypto.createCipher('aes-256-cbc', password);
//                      ^^^^^^^^^^^^ deprecatedCipherMethod
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
}

function decrypt(sealed) {
  const decipher = crypto.createDecipher('aes-256-cbc', password);
//                        ^^^^^^^^^^^^^^ deprecatedCipherMethod
  return decipher.update(sealed, 'hex', 'utf8') + decipher.final('utf8');
}

module.exports = { encrypt, decrypt };
