const { User } = require('../models');
const app = require('express')();

app.post('/login', async (req, res) => {
  const user = await User.findOne({ where: { name: req.body.name } });
  res.json(user);
});
