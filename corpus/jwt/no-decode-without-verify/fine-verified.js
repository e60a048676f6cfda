const jwt = require('jsonwebtoken');

exports.claims = (token) => {
  try {
    return jwt.verify(token, process.env.JWT_PUBLIC_KEY, { algorithms: ['RS256'] });
  } catch (error) {
    if (error.name === 'TokenExpiredError') return null;
    throw error;
  }
};
