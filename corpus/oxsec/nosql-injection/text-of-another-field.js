const express = require('express');
const mongoose = require('mongoose');
const app = express();
app.use(express.json());
const User = mongoose.model('User', new mongoose.Schema({ name: String }));

app.post('/forgot', async (req, res) => {
  const user = await User.findOne({ $or: [{ name: req.body.name.toLowerCase() }, { mail: req.body.mail }] });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json(user);
});
