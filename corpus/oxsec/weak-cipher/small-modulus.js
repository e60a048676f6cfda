const { generateKeyPairSync, createDiffieHellman } = require('node:crypto');

const bits = 1024;

exports.newPair = () => generateKeyPairSync('rsa', { modulusLength: bits });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ shortKey
exports.exchange = () => createDiffieHellman(512);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^ shortKey
