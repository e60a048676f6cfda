const { randomBytes } = require('crypto');

exports.newToken = () => {
  const token = `${Date.now()}.${randomBytes(24).toString('hex')}`;
  return token;
};
