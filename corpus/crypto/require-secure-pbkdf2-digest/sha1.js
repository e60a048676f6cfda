const crypto = require('crypto');

exports.hash = (password, salt) => crypto.pbkdf2Sync(password, salt, 100000, 64, 'sha1').toString('hex');
//                                                                               ^^^^^^ weakPbkdf2Digest
