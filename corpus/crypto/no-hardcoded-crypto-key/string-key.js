const crypto = require('crypto');

function seal(text, iv) {
  const cipher = crypto.createCipheriv('aes-256-gcm', 'kV3q9sT1xYb8LmZ0pQw2Er7Uc5Ha4Nd6', iv);
  //                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedKey
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
}

module.exports = seal;
