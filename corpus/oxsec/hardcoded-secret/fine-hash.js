// safe: purpose
const crypto = require('crypto');

exports.digest = (text) => crypto.createHash('sha256').update(text + 'salt').digest('hex');
