// safe: position
const express = require('express');
const app = express();


app.get('/login', (req, res) => {
  console.log('Login of ' + req.query.name);
  res.sendStatus(204);
});
