// safe: setting
const { generateKeyPairSync, generateKeySync } = require('node:crypto');

exports.newPair = () => generateKeyPairSync('rsa', { modulusLength: 3072 });
exports.newCurve = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
exports.newSecret = () => generateKeySync('hmac', { length: 256 });
