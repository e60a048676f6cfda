const crypto = require('crypto');

exports.accepts = (secret, expected, given) => {
  let one = crypto.createHmac('sha256', secret);
  one.update(expected);
  one = one.digest();
  let other = crypto.createHmac('sha256', secret);
  other.update(Buffer.from(given, 'base64'));
  other = other.digest();
  return one.equals(other);
};
