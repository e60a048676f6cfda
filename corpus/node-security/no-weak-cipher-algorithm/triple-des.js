const crypto = require('crypto');

function encrypt(text, key, iv) {
  const cipher = crypto.createCipheriv('des-ede3-cbc', key, iv);
//                                     ^^^^^^^^^^^^^^ weakCipherAlgorithm
  return cipher.update(text, 'utf8', 'base64') + cipher.final('base64');
}

module.exports = encrypt;
