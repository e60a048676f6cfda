const crypto = require('crypto');

exports.hash = (password) => crypto.pbkdf2Sync(password, 'a salt for everyone', 600000, 64, 'sha512').toString('hex');
//                                                       ^^^^^^^^^^^^^^^^^^^^^ predictableSalt
