const crypto = require('crypto');

module.exports = function authenticate(req, res, next) {
  const hmac = crypto.createHmac('sha256', process.env.API_SECRET);
  hmac.update(req.method + req.originalUrl);
  const expected = hmac.digest('hex');
  if (req.headers['x-signature'] !== expected) {
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ timingComparison
    return res.status(403).end();
  }
  next();
};
