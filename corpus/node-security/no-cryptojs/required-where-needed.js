// options: {"severity": "error"}
module.exports = function sign(payload, secret) {
  const hmac = require('crypto-js/hmac-sha256');
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ deprecatedCryptojs
  const base64url = require('./base64url');
  const head = base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' }));
  const body = base64url(JSON.stringify(payload));
  return `${head}.${body}.${base64url(hmac(`${head}.${body}`, secret))}`;
};
