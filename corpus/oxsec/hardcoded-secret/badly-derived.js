const crypto = require('crypto');

exports.encrypt = (text) => {
  const salt = crypto.randomBytes(16);
  const key = crypto.scryptSync(process.env.ENCRYPTION_KEY || 'default-key', salt, 32);
//                                                            ^^^^^^^^^^^^^ hardcodedSecret
  const iv = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([salt, iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
};
