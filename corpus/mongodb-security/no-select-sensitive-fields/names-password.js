const Account = require('./models/account');

module.exports = async function find(email) {
  const account = await Account.findOne({ email }).select('name email password');
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ selectSensitiveFields
  return account;
};
