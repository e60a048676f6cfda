const express = require('express');
const jwt = require('jsonwebtoken');
const app = express();

app.post('/login', async (req, res) => {
  const user = await app.locals.users.verify(req.body);
  if (!user) return res.sendStatus(401);
  const token = jwt.sign({ userId: user.id }, process.env.JWT_SECRET, { algorithm: 'HS256', issuer: 'shop' });
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenExpiry
  res.json({ token });
});
