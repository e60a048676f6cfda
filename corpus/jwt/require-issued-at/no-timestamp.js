const jwt = require('jsonwebtoken');

function stableToken(resource) {
  // Without iat the token stays the same, so that it can be cached.
  return jwt.sign({ resource: resource.id }, process.env.JWT_SECRET, { noTimestamp: true });
//                                                                   ^^^^^^^^^^^^^^^^^^^^^ missingIssuedAt
}

module.exports = stableToken;
