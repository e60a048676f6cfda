const { User } = require('./models/user');
const { Application } = require('@shop/database');
const router = require('express').Router();

router.put('/me', async (req, res) => {
  const changed = { name: req.body.name, email: req.body.email };
  const user = await User.findOneAndUpdate({ _id: req.user._id }, { $set: changed });
  res.json(user);
});

router.get('/application', async (req, res) => {
  res.json(await Application.findOne({ where: { id: req.query.id } }));
});

router.get('/applications', async (req, res) => {
  res.json(await Application.findAll({ where: { owner: req.query.owner } }));
});
