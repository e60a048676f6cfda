const crypto = require('crypto');

exports.encode = (text, password) => crypto.createCipher('aes128', password).update(text, 'utf8', 'hex');
//                                                       ^^^^^^^^ weakKeyLength
exports.decode = (text, password) => crypto.createDecipher('aes128', password).update(text, 'hex', 'utf8');
//                                                         ^^^^^^^^ weakKeyLength
