const crypto = require('crypto');

function wrapKey(publicKey, key) {
  return crypto.publicEncrypt(
    { key: publicKey, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    key,
  );
}

module.exports = wrapKey;
