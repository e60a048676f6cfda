const jwt = require('jsonwebtoken');

function login(user) {
  return jwt.sign({ id: user.id }, 'secret', { expiresIn: '1h' });
//                                 ^^^^^^^^ weakSecret
}

function check(token) {
  return jwt.verify(token, 'secret', { algorithms: ['HS256'] });
//                         ^^^^^^^^ weakSecret
}

module.exports = { login, check };
