const jwt = require('jsonwebtoken');
const { publicKey } = require('./keys');

const options = { algorithms: ['HS256'] };

function check(token) {
  return jwt.verify(token, publicKey, options);
}

function checkWithList(token, algorithms) {
  return jwt.verify(token, publicKey, { algorithms });
}

module.exports = { check, checkWithList };
