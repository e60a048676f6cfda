const mongoose = require('mongoose');
const Member = mongoose.model('Member');

module.exports.signIn = async (req, res) => {
  if (typeof req.body.login !== 'string') return res.sendStatus(400);
  const member = await Member.findOne({ login: req.body.login, pin: req.body.pin });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json({ found: Boolean(member) });
};
