// safe: position
const express = require('express');
const ejs = require('ejs');
const app = express();

app.get('/card', (req, res) => {
  res.send(ejs.render('<p>Dear <%= name %></p>', { name: req.query.name }));
});
