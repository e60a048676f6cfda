// safe: purpose
const crypto = require('crypto');

function digestOf(secret, text) {
  const digest = crypto.createHmac('sha256', secret).update(text).digest('hex');
  if (digest === undefined || digest === '') {
    throw new Error('no digest');
  }
  return digest;
}

module.exports = { digestOf };
