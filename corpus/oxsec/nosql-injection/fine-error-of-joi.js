const Joi = require('joi');
const mongoose = require('mongoose');
const router = require('express').Router();

const User = mongoose.model('User');
const credentials = Joi.object({
  email: Joi.string().email({ tlds: { allow: false } }).required(),
  password: Joi.string().min(8).required(),
});

router.post('/login', async (req, res) => {
  const { email, password } = req.body;
  const { error } = credentials.validate({ email, password });
  if (error) {
    return res.status(400).json({ message: error.details[0].message });
  }
  const user = await User.findOne({ email, password });
  res.json({ found: Boolean(user) });
});

router.post('/reset', async (req, res) => {
  const result = credentials.validate(req.body);
  if (result.error) return res.sendStatus(400);
  const user = await User.findOne({ email: req.body.email });
  res.json({ found: Boolean(user) });
});
