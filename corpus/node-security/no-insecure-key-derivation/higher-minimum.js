// options: {"minIterations": 600000}
const { promisify } = require('util');
const crypto = require('crypto');

const derive = promisify(crypto.pbkdf2);

exports.slow = (password, salt) => derive(password, salt, 600000, 32, 'sha256');

exports.fast = function fast(password, salt) {
  return crypto.pbkdf2Sync(password, salt, 210000, 32, 'sha256');
//                                         ^^^^^^ insufficientIterations
};
