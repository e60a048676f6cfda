const crypto = require('crypto');

const newVector = () => crypto.randomBytes(16);

class Box {
  put(key, text) {
    const iv = newVector();
    const cipher = crypto.createCipheriv('aes-256-cbc', key, iv);
    return `${iv.toString('hex')}:${cipher.update(text, 'utf8', 'hex')}${cipher.final('hex')}`;
  }
}

module.exports = Box;
