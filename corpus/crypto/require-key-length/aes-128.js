const crypto = require('crypto');

exports.cipher = (key, iv) => crypto.createCipheriv('aes-128-gcm', key, iv);
//                                                  ^^^^^^^^^^^^^ weakKeyLength
