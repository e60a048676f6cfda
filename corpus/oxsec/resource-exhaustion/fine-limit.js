const express = require('express');
const app = express();

app.get('/noise', (req, res) => {
  const size = Number(req.query.bytes);
  if (!(size > 0 && size <= 65536)) return res.status(400).end();
  res.type('bin').send(Buffer.alloc(size));
});
