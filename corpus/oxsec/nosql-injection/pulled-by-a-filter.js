const mongoose = require('mongoose');
const router = require('express').Router();

const User = mongoose.model('User');

router.put('/me', async (req, res) => {
  const user = await User.findOneAndUpdate({ _id: req.user._id }, { $pull: { friends: req.body.friend } });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json(user);
});
