// safe: guarded twice
const express = require('express');
const app = express();


app.get('/login', (req, res) => {
  console.log('Login of ' + req.query.name.replace(/%/g, '%%').replace(/%/g, ''), req.ip);
  res.sendStatus(204);
});
