const jwt = require('jsonwebtoken');

exports.read = (token) => {
  const claims = jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256', 'none'] });
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noneAccepted
  return claims.sub;
};
