const crypto = require('crypto');

const key = Buffer.from(process.env.KEY, 'base64');

exports.seal = (iv, text) => crypto.createCipheriv('aes-256-gcm', key, iv).update(text);
exports.open = (iv, text) => crypto.createDecipheriv('aes-256-gcm', key, iv).update(text);
//                                                                  ^^^ keyReuse
