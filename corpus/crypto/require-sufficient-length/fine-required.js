// Only imports are read.
const cryptoRandomString = require('crypto-random-string');

module.exports = () => cryptoRandomString({ length: 10 });
