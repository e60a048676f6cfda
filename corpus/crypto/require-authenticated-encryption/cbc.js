const crypto = require('crypto');

module.exports = (key, iv, text) => {
  const cipher = crypto.createCipheriv('aes-256-cbc', key, iv);
  //                                   ^^^^^^^^^^^^^ unauthenticatedEncryption
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
};
