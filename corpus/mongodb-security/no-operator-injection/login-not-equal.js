const User = require('./models/user');

module.exports = async (req, res) => {
  const user = await User.findOne({
    email: String(req.body.email),
    password: { $ne: req.body.password },
//              ^^^^^^^^^^^^^^^^^^^^^^ operatorInjection
  });
  res.status(user ? 200 : 401).end();
};
