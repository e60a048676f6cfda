const { webcrypto } = require('crypto');

exports.publish = async ({ publicKey, privateKey }) => ({
  public: await webcrypto.subtle.exportKey('jwk', publicKey),
  //            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ keyExport
  private: await webcrypto.subtle.exportKey('jwk', privateKey),
  //             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ keyExport
});
