const { createDecipheriv } = require('crypto');
const fs = require('fs');

exports.restore = (path, key, iv) =>
  fs.createReadStream(path).pipe(createDecipheriv('aes-192-ofb', key, iv));
  //                                              ^^^^^^^^^^^^^ unauthenticatedEncryption
