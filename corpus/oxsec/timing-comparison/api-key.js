const { createHmac } = require('node:crypto');

function verifySignature(payload, signature, secret) {
  const digest = createHmac('sha512', secret).update(payload).digest('base64');
  return digest === signature;
//       ^^^^^^^^^^^^^^^^^^^^ timingComparison
}

module.exports = { verifySignature };
