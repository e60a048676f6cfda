// An object has no `toLowerCase`: the query is not made, whatever else stands in it.
const express = require('express');
const mongoose = require('mongoose');
const app = express();
app.use(express.json());
const User = mongoose.model('User', new mongoose.Schema({ name: String }));

app.post('/forgot', async (req, res) => {
  const user = await User.findOne({ $or: [{ name: req.body.name.toLowerCase() }, { mail: req.body.name }] });
  res.json(user);
});
