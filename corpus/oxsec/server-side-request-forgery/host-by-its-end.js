// Anybody can have a domain whose name ends so.
const app = require('express')();

app.post('/hooks', async (req, res) => {
  const target = new URL(req.body.target);
  if (!target.hostname.endsWith('partner.example')) return res.sendStatus(400);
  const answer = await fetch(target.href, { method: 'POST' });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.sendStatus(answer.status);
});
