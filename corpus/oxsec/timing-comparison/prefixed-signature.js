const crypto = require('crypto');

exports.isFromForge = (req, body) => {
  const digest = crypto.createHmac('sha256', process.env.HOOK_SECRET).update(body).digest('hex');
  const expected = 'sha256=' + digest;
  return req.headers['x-hub-signature-256'] === expected;
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ timingComparison
};
