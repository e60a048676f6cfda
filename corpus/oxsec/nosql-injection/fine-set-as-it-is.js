// safe: position
const { User } = require('./models/user');
const router = require('express').Router();

router.put('/me', async (req, res) => {
  const changed = { name: req.body.name, email: req.body.email };
  const user = await User.findOneAndUpdate({ _id: req.user._id }, { $set: changed });
  res.json(user);
});
