const { createCipheriv } = require('crypto');

module.exports = (key) => (chunk) => {
  const stream = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
  return stream.update(chunk);
};
