const CryptoJS = require('crypto-js');

module.exports = (message, passphrase) => {
  const sealed = CryptoJS.TripleDES.encrypt(message, passphrase);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
  return sealed.toString();
};
