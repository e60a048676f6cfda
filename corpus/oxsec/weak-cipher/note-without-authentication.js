const crypto = require('crypto');

exports.encrypt = (key, text) => {
  const iv = crypto.randomBytes(16);
  const cipher = crypto.createCipheriv('aes-256-cbc', key, iv);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unauthenticated
  return iv.toString('hex') + cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
};
