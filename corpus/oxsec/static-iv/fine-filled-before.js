const crypto = require('crypto');

exports.seal = (key, text) => {
  const iv = Buffer.alloc(12);
  crypto.randomFillSync(iv);
  const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
};
