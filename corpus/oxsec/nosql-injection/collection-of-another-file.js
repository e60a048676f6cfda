const { accounts } = require('../models');
const { User } = require('../entities');
const rows = require('../rows');

exports.login = async (req, res) => {
  const account = await accounts.findOne({ name: req.body.name });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  const user = await User.findOne({ name: req.body.name });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  const seen = await rows.find({ _id: req.body.row });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json([account, user, seen]);
};
