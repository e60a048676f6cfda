const Account = require('../db/account');

async function removeAccount(req, res) {
  const { name } = req.body;
  const removed = await Account.deleteOne({ name });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  if (typeof name !== 'string') {
    return res.status(400).end();
  }
  res.json({ removed: removed.deletedCount });
}

module.exports = { removeAccount };
