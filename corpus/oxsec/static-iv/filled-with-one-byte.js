const crypto = require('crypto');

exports.encrypt = (key, text) => {
  const cipher = crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 0xa6));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
};
