const { randomBytes, scrypt } = require('crypto');
const { promisify } = require('util');

const derive = promisify(scrypt);

async function hashPassword(password) {
  const salt = randomBytes(16);
  const key = await derive(password, salt, 64);
  return `${salt.toString('hex')}:${key.toString('hex')}`;
}

module.exports = hashPassword;
