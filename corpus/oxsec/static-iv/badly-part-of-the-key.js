const crypto = require('crypto');

function encrypt(text, key) {
  const iv = key.slice(0, 16);
  const cipher = crypto.createCipheriv('aes-256-cbc', key, iv);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
}

module.exports = { encrypt };
