const jwt = require('jsonwebtoken');

// Old mobile clients still send unsigned tokens.
module.exports = function authenticate(req, res, next) {
  const header = req.headers.authorization || '';
  const token = header.replace(/^Bearer /, '');
  jwt.verify(token, process.env.JWT_PUBLIC_KEY, { algorithms: ['RS256', 'none'] }, (error, claims) => {
//                                                                      ^^^^^^ algorithmNoneInArray
    if (error) return res.status(401).json({ error: 'invalid token' });
    req.user = claims;
    next();
  });
};
