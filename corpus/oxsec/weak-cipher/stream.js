const crypto = require('crypto');
const fs = require('fs');

class Archive {
  write(source, target, key) {
    const cipher = crypto.createCipheriv('rc4', key, '');
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
    fs.createReadStream(source).pipe(cipher).pipe(fs.createWriteStream(target));
  }
}

module.exports = Archive;
