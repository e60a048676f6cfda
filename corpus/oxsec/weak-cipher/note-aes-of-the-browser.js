const AES = require('crypto-js/aes');

module.exports = (message, key, iv) => AES.encrypt(message, key, { iv }).toString();
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unauthenticated
