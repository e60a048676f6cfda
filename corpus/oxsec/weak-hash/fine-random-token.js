// safe: purpose
const crypto = require('crypto');

module.exports = async (store, userId) => {
  const token = crypto.randomBytes(32).toString('base64url');
  await store.insert({ userId, digest: crypto.createHash('sha256').update(token).digest('hex') });
  return token;
};
