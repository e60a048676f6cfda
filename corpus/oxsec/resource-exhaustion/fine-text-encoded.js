// safe: position
const express = require('express');
const app = express();

app.get('/encode/:text', (req, res) => {
  const encoded = new Buffer(req.params.text).toString('base64');
  res.send(encoded + Buffer(req.query.more).toString('hex'));
});
