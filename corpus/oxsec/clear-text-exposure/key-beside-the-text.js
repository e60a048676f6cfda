const crypto = require('node:crypto');

class Vault {
  seal(text) {
    const key = crypto.randomBytes(32);
    const iv = crypto.randomBytes(12);
    const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
    const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return { data: data.toString('base64'), iv: iv.toString('base64'), key: key.toString('base64') };
//                                                                          ^^^^^^^^^^^^^^^^^^^^^^ keyReturned
  }
}

module.exports = Vault;
