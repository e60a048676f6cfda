const jwt = require('jsonwebtoken');
const User = require('./models/user');

exports.login = async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user || !(await user.matches(req.body.password))) return res.sendStatus(401);
  const token = jwt.sign(user.toJSON(), process.env.JWT_SECRET, { expiresIn: '1h' });
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenPayload
  res.json({ token });
};
