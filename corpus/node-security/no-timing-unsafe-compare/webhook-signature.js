const crypto = require('crypto');

function verify(req, secret) {
  const expected = crypto.createHmac('sha256', secret).update(req.rawBody).digest('hex');
  const signature = req.headers['x-signature'];
  if (signature !== expected) {
//    ^^^^^^^^^^^^^^^^^^^^^^ timingUnsafeCompare
    throw new Error('bad signature');
  }
  return JSON.parse(req.rawBody);
}

module.exports = verify;
