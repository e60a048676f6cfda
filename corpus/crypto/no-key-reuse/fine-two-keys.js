const crypto = require('crypto');

exports.mail = (keys, iv) => {
  const { mailKey, fileKey } = keys;
  return [crypto.createCipheriv('aes-256-gcm', mailKey, iv), crypto.createCipheriv('aes-256-gcm', fileKey, iv)];
};
