const { Merchant } = require('./models/merchant');
const { User } = require('./models/user');

exports.register = async (req, res) => {
  const { email, name } = req.body;
  await User.findOneAndUpdate({ _id: req.user.id }, { $set: { email }, name });
  const merchant = await Merchant.findOne({ email });
  res.json(merchant);
};
