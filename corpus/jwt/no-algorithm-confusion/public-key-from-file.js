const fs = require('fs');
const jwt = require('jsonwebtoken');

const publicKey = fs.readFileSync('./keys/jwt.pub');

module.exports = (req, res, next) => {
  const token = req.cookies.session;
  try {
    req.user = jwt.verify(token, publicKey, { algorithms: ['HS256', 'RS256'] });
//                                                        ^^^^^^^^^^^^^^^^^^ algorithmConfusion
    next();
  } catch (error) {
    res.status(401).send('Please sign in');
  }
};
