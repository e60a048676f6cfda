const { scryptSync } = require('crypto');

exports.deriveKey = (passphrase) => scryptSync(passphrase, 'salt', 32);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ oneSalt
