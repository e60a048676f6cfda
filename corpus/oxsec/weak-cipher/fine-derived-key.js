const crypto = require('crypto');

exports.lock = (note, password) => {
  const salt = crypto.randomBytes(16);
  const iv = crypto.randomBytes(12);
  const key = crypto.scryptSync(password, salt, 32);
  const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
  return { salt, iv, data: Buffer.concat([cipher.update(note), cipher.final()]), tag: cipher.getAuthTag() };
};
