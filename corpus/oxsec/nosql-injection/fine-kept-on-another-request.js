// safe: origin
const express = require('express');
const { User } = require('./models/user');

const router = express.Router();

router.post('/name', async (req, res) => {
  req.account.shown = req.body.name;
  await req.account.save();
  res.sendStatus(204);
});

router.get('/notes', async (req, res) => {
  res.json(await User.findOne({ shown: req.account.shown }));
});

module.exports = router;
