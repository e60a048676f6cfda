const { createCipheriv, scryptSync } = require('crypto');

exports.lock = (password, salt, iv) => createCipheriv('aes-256-cbc', scryptSync(password, salt, 32), iv);
exports.lockWith = (key, iv) => createCipheriv('aes-256-cbc', new Uint8Array(key), iv);
exports.lockBytes = (byte, iv) => createCipheriv('aes-256-cbc', Buffer.from([1, 2, byte, 4]), iv);
