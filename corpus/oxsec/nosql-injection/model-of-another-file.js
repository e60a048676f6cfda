const { User } = require('../models');
const app = require('express')();

app.post('/login', async (req, res) => {
  const user = await User.findOne({ name: req.body.name });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json(user);
});
