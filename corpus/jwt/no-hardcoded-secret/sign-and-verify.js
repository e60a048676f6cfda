const jwt = require('jsonwebtoken');

exports.issue = (user) => jwt.sign({ sub: user.id }, 'mySuperSecretKey123', { expiresIn: '1h' });
//                                                   ^^^^^^^^^^^^^^^^^^^^^ hardcodedSecret

exports.check = (req, res, next) => {
  try {
    req.user = jwt.verify(req.cookies.token, 'mySuperSecretKey123', { algorithms: ['HS256'] });
//                                           ^^^^^^^^^^^^^^^^^^^^^ hardcodedSecret
    next();
  } catch {
    res.redirect('/login');
  }
};
