const { Merchant } = require('./models/merchant');
const { User } = require('./models/user');

exports.register = async (req, res) => {
  const { email, other } = req.body;
  User.create({ email }).catch(() => {});
  await User.create({ other });
  const merchant = await Merchant.findOne({ email });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json(merchant);
};
