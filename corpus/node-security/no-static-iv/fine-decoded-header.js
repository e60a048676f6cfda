const crypto = require('crypto');

exports.open = function open(envelope, key) {
  const { iv, tag, data } = JSON.parse(envelope);
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'));
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  return decipher.update(data, 'base64', 'utf8') + decipher.final('utf8');
};
