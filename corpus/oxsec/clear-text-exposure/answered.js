const express = require('express');
const users = require('./users');
const app = express();

app.get('/users/:id', async (req, res) => {
  const user = await users.byId(req.params.id);
  res.json({ name: user.name, password: user.password });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretAnswered
});
