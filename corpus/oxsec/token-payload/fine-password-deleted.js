const jwt = require('jsonwebtoken');
const users = require('./users');

exports.issue = async (id) => {
  const user = await users.byId(id);
  delete user.password;
  return jwt.sign(user, process.env.KEY, { expiresIn: '15m' });
};
