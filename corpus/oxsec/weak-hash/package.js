const md5 = require('md5');
const express = require('express');
const app = express();
app.use(express.json());

app.post('/users', async (req, res) => {
  await app.locals.users.add({ name: req.body.name, secret: md5(req.body.password) });
//                                                          ^^^^^^^^^^^^^^^^^^^^^^ weakHash
  res.sendStatus(201);
});
