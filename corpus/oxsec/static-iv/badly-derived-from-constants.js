const crypto = require('crypto');

exports.seal = (key, text) => {
  const iv = crypto.scryptSync('vector', 'salt', 16);
  return crypto.createCipheriv('aes-256-cbc', key, iv).update(text, 'utf8', 'base64');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
};
