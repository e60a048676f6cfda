const app = require('express')();

app.post('/hooks', async (req, res) => {
  const target = new URL(req.body.target);
  if (!target.hostname.endsWith('.partner.example')) return res.sendStatus(400);
  const answer = await fetch(target.href, { method: 'POST' });
  res.sendStatus(answer.status);
});
