const crypto = require('crypto');
const { readFileSync } = require('fs');

const key = readFileSync('private.pem');

module.exports = function decrypt(sealed) {
  return crypto.privateDecrypt(
    { key, padding: crypto.constants.RSA_PKCS1_PADDING },
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRsaPadding
    Buffer.from(sealed, 'base64'),
  );
};
