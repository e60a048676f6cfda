const crypto = require('crypto');

function sign(text, key) {
  return crypto.createHmac('sha256', key).update(text).digest('hex');
}

console.log(sign('hello', 'just an example'));

module.exports = { sign };
