const { createCipheriv } = require('crypto');

exports.seal = (key, nonce) => createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
exports.small = (key, nonce) => createCipheriv('aes-256-ccm', key, nonce, { authTagLength: 16 });
