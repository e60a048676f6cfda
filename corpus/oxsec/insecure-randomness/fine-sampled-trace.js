// safe: purpose
const crypto = require('crypto');

exports.trace = (session) => {
  const isSampled = Math.random() < 0.01;
  const nonce = crypto.randomUUID();
  return { nonce, isSampled, user: session.user };
};
