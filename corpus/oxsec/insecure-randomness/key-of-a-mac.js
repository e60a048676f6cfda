const crypto = require('crypto');

module.exports = (text) => {
  const seed = String(Math.random());
  return crypto.createHmac('sha256', seed).update(text).digest('hex');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
};
