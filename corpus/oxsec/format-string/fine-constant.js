// safe: position
const express = require('express');
const app = express();


app.get('/login', (req, res) => {
  console.log('Login of %s from %s', req.query.name, req.ip);
  res.sendStatus(204);
});
