const Joi = require('joi');
const mongoose = require('mongoose');
const router = require('express').Router();

const User = mongoose.model('User');
const credentials = Joi.object({ email: Joi.string().required(), token: Joi.any() });

router.post('/login', async (req, res) => {
  const { email, token } = req.body;
  const { error } = credentials.validate({ email, token });
  if (error) {
    return res.status(400).end();
  }
  const user = await User.findOne({ email, token });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json({ found: Boolean(user) });
});

router.post('/reset', async (req, res) => {
  const { error } = credentials.validate(req.body);
  if (error) console.log('strange');
  const user = await User.findOne({ email: req.body.email });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json({ found: Boolean(user) });
});
