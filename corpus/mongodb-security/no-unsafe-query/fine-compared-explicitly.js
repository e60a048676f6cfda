const User = require('./models/user');

module.exports = async (req, res) => {
  const user = await User.findOne({ email: { $eq: String(req.body.email) } });
  res.status(user ? 200 : 401).end();
};
