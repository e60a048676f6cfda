const crypto = require('crypto');

class TokenBox {
  constructor(key) {
    this.key = key;
  }

  wrap(token) {
    const iv = Buffer.from('000102030405060708090a0b', 'hex');
    const cipher = crypto.createCipheriv('chacha20-poly1305', this.key, iv, { authTagLength: 16 });
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
    return Buffer.concat([cipher.update(token), cipher.final(), cipher.getAuthTag()]);
  }
}

module.exports = TokenBox;
