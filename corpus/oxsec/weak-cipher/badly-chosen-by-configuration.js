const crypto = require('crypto');

const algorithm = process.env.STRONG ? 'aes-256-gcm' : 'aes-128-ecb';

exports.encrypt = (key, iv, text) => crypto.createCipheriv(algorithm, key, iv).update(text, 'utf8', 'base64');
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
