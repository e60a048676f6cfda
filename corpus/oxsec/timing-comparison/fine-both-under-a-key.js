const crypto = require('crypto');

exports.accepts = (secret, body, given) => {
  const expected = crypto.createHmac('sha256', secret).update(body).digest();
  const one = crypto.createHmac('sha256', secret).update(expected).digest();
  const other = crypto.createHmac('sha256', secret).update(Buffer.from(given, 'base64')).digest();
  return one.equals(other);
};
