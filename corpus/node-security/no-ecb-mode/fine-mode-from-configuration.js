const crypto = require('crypto');

const SUITE = { algorithm: 'chacha20-poly1305', keyLength: 32, ivLength: 12, tagLength: 16 };

function seal(key, data) {
  const iv = crypto.randomBytes(SUITE.ivLength);
  const cipher = crypto.createCipheriv(SUITE.algorithm, key, iv, { authTagLength: SUITE.tagLength });
  return { iv, data: Buffer.concat([cipher.update(data), cipher.final()]), tag: cipher.getAuthTag() };
}

module.exports = seal;
