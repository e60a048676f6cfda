const crypto = require('crypto');

exports.accepts = (secret, body, given) => {
  let one = crypto.createHmac('sha256', secret);
  one.update(body);
  one = one.digest();
  const other = Buffer.from(given, 'base64');
  return one.equals(other);
//       ^^^^^^^^^^^^^^^^^ timingComparison
};
