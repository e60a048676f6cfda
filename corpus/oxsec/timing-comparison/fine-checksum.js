// safe: purpose
const { createHash } = require('crypto');
const fs = require('fs');

exports.isWhole = (file, expectedHash) => createHash('sha256').update(fs.readFileSync(file)).digest('hex') === expectedHash;
