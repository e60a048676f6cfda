const jwt = require('jsonwebtoken');
const User = require('./models/user');

exports.issue = async (id) => {
  const user = await User.findById(id).select('id role').lean();
  return jwt.sign(user, process.env.KEY, { expiresIn: '15m' });
};
