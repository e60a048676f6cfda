// safe: origin
const { Token } = require('./token');

exports.wrap = (received, lifetime) => {
  const now = Date.now();
  const token = new Token(received, now + lifetime, now);
  return token;
};
