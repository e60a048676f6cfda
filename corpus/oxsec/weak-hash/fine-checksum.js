// safe: purpose
const crypto = require('crypto');
const fs = require('fs');

exports.checksum = (file) => crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex');
