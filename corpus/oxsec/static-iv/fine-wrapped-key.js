const crypto = require('crypto');

exports.wrap = (algorithm, outer, key) => {
  const cipher = crypto.createCipheriv(algorithm, outer, Buffer.alloc(8, 0xa6));
  return Buffer.concat([cipher.update(key), cipher.final()]);
};

exports.wrapPadded = (outer, key) => {
  const cipher = crypto.createCipheriv('id-aes256-wrap-pad', outer, Buffer.from('A65959A6', 'hex'));
  return Buffer.concat([cipher.update(key), cipher.final()]);
};
