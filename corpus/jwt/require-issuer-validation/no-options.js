const jwt = require('jsonwebtoken');

module.exports = (req, res, next) => {
  const [, token] = (req.headers.authorization || '').split(' ');
  try {
    req.auth = jwt.verify(token, process.env.JWT_SECRET);
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingIssuerValidation
    return next();
  } catch (error) {
    return res.status(403).json({ error: error.message });
  }
};
