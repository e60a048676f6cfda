// safe: origin
const crypto = require('crypto');

exports.createToken = () => {
  const token = crypto.randomBytes(32).toString('base64url');
  return { token, hash: crypto.createHash('sha256').update(token).digest('hex') };
};
