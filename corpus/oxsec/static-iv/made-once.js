const crypto = require('crypto');

const iv = crypto.randomBytes(12);

exports.encrypt = (key, message) => {
  const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
  const data = Buffer.concat([cipher.update(message, 'utf8'), cipher.final()]);
  return { data, tag: cipher.getAuthTag() };
};
