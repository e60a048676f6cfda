const { createCipheriv } = require('crypto');

exports.seal = (key, nonce) => createCipheriv('chacha20-poly1305', key, nonce);
exports.old = (key, iv) => createCipheriv('camellia-128-cbc', key, iv);
