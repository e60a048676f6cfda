const crypto = require('crypto');

exports.seal = (key, text) => {
  const cipher = crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(16));
  //                                                       ^^^^^^^^^^^^^^^^ nonRandomIv
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
};
