const User = require('./models/user');

module.exports = async (req, res) => {
  const user = await User.findOne({ email: req.body.email, password: req.body.password });
//                                  ^^^^^^^^^^^^^^^^^^^^^ unsafeQuery
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeQuery
  res.status(user ? 200 : 401).end();
};
