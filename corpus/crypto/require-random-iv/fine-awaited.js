const { createCipheriv } = require('crypto');
const { promisify } = require('util');
const randomBytes = promisify(require('crypto').randomBytes);

exports.seal = async (key, text) => {
  const iv = await randomBytes(16);
  return [iv, createCipheriv('aes-256-cbc', key, iv).update(text), createCipheriv('aes-256-ctr', key, await randomBytes(16))];
};
