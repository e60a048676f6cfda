const crypto = require('crypto');

const FORMATS = {
  1: (key, iv) => crypto.createDecipheriv('des-cbc', key, iv),
//                                        ^^^^^^^^^ weakCipherAlgorithm
  2: (key, iv) => crypto.createDecipheriv('bf-cbc', key, iv),
//                                        ^^^^^^^^ weakCipherAlgorithm
  3: (key, iv) => crypto.createDecipheriv('aes-256-gcm', key, iv),
};

module.exports = (version, key, iv, sealed) => {
  const decipher = FORMATS[version](key, iv);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
};
