const { MongoClient } = require('mongodb');
const client = new MongoClient(process.env.MONGO_URL);

exports.reset = async (req, res) => {
  const { token } = req.body;
  if (!token) {
    return res.status(400).send('token missing');
  }
  const users = client.db('shop').collection('users');
  await users.updateOne({ resetToken: token }, { $unset: { resetToken: '' } });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.send('ok');
};
