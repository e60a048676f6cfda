// safe: setting
const crypto = require('crypto');

const ALGORITHMS = { fast: 'aes-128-gcm', strong: 'aes-256-gcm' };

class Box {
  seal(data, key, level) {
    const iv = crypto.randomBytes(12);
    const cipher = crypto.createCipheriv(level === 'fast' ? ALGORITHMS.fast : ALGORITHMS.strong, key, iv);
    return { iv, data: Buffer.concat([cipher.update(data), cipher.final()]), tag: cipher.getAuthTag() };
  }
}

module.exports = Box;
