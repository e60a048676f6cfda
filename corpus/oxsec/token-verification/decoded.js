const jwt = require('jsonwebtoken');

module.exports = function authenticate(req, res, next) {
  const token = (req.headers.authorization || '').replace('Bearer ', '');
  const payload = jwt.decode(token);
//                ^^^^^^^^^^^^^^^^^ decodedOnly
  if (!payload) return res.status(401).json({ error: 'no token' });
  req.user = payload;
  next();
};
