const express = require('express');
const app = express();

app.get('/noise', (req, res) => {
  const size = parseInt(req.query.bytes, 10);
  const noise = Buffer.alloc(size, '~');
//              ^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.type('application/octet-stream').send(noise);
});
