let md5;

function hash(text) {
  md5 ??= require('blueimp-md5');
//        ^^^^^^^^^^^^^^^^^^^^^^ preferNative
  return md5(text);
}

function encrypt(text, key) {
  const { JSEncrypt } = require('jsencrypt');
//                      ^^^^^^^^^^^^^^^^^^^^ preferNative
  const rsa = new JSEncrypt();
  rsa.setPublicKey(key);
  return rsa.encrypt(text);
}

module.exports = { hash, encrypt };
