const crypto = require('crypto');

exports.open = (key, iv, data) => {
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, iv);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tagUnchecked
  return decipher.update(data, 'hex', 'utf8') + decipher.final('utf8');
};
