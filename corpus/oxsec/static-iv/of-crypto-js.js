const CryptoJS = require('crypto-js');

exports.hide = (text, key) => {
  const iv = CryptoJS.enc.Utf8.parse('0000000000000000');
  return CryptoJS.AES.encrypt(text, key, { iv }).toString();
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
};
