const express = require('express');
const User = require('./models/user');
const app = express();
app.use(express.json());

app.post('/session', async (req, res) => {
  const user = await User.findOne({ email: String(req.body.email) });
  res.json({ known: user !== null });
});
