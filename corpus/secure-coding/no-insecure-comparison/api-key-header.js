const crypto = require('crypto');

module.exports = function authenticate(expectedKey) {
  return (req, res, next) => {
    const given = req.get('x-api-key');
    if (given === expectedKey) {
//      ^^^^^^^^^^^^^^^^^^^^^ timingUnsafeComparison
      return next();
    }
    res.status(401).end();
  };
};
