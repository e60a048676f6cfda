const crypto = require('crypto');

exports.seal = (key, macKey, text) => {
  const iv = crypto.randomBytes(16);
  const cipher = crypto.createCipheriv('aes-256-cbc', key, iv);
  const data = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([data, crypto.createHmac('sha256', macKey).update(data).digest()]);
};
