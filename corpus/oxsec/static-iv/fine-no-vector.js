// safe: position
const crypto = require('crypto');

// Each block by itself: there is no vector to choose.
exports.wrap = (key, block) => {
  const cipher = crypto.createCipheriv('aes-128-ecb', key, Buffer.alloc(0));
  return Buffer.concat([cipher.setAutoPadding(false).update(block), cipher.final()]);
};
