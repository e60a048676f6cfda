const jwt = require('jsonwebtoken');

function optionalUser(req) {
  const token = req.query.token;
  return token ? jwt.verify(token, process.env.JWT_SECRET) : undefined;
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAudienceValidation
}

module.exports = optionalUser;
