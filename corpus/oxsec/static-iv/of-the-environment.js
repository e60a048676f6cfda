const { createCipheriv } = require('crypto');

const IV = Buffer.from(process.env.ENCRYPTION_IV, 'hex');

exports.seal = (key, text) => createCipheriv('aes-256-gcm', key, IV).update(text, 'utf8', 'hex');
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
