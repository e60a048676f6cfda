const crypto = require('crypto');

function sign(body, secret) {
  return crypto.createHmac('sha512', secret).update(body).digest('hex');
}

function algorithmOf(header) {
  const [name] = header.split('=');
  return name === 'sha1' ? null : name;
}

module.exports = { sign, algorithmOf };
