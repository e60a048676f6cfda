const crypto = require('crypto');

exports.maskId = (id, secret) => {
  const cipher = crypto.createCipher('bf-ecb', secret);
//                                   ^^^^^^^^ ecbMode
  return cipher.update(String(id), 'utf8', 'hex') + cipher.final('hex');
};

exports.unmaskId = (masked, secret) => {
  const decipher = crypto.createDecipher('camellia256ecb', secret);
//                                       ^^^^^^^^^^^^^^^^ ecbMode
  return Number(decipher.update(masked, 'hex', 'utf8') + decipher.final('utf8'));
};
