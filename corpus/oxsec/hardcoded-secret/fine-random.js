const crypto = require('crypto');

const key = crypto.randomBytes(32);

exports.encrypt = (text, iv) => crypto.createCipheriv('aes-256-gcm', key, iv).update(text);
