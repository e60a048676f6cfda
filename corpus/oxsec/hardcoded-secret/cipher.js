const crypto = require('crypto');

const key = Buffer.from('0123456789abcdef0123456789abcdef');
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedSecret

exports.encrypt = (text, iv) => crypto.createCipheriv('aes-256-gcm', key, iv).update(text);
