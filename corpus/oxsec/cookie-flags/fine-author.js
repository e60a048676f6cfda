// safe: purpose
const express = require('express');
const app = express();

app.get('/articles/:id', (req, res) => {
  res.cookie('author', req.params.id);
  res.cookie('XSRF-TOKEN', req.csrfToken(), { secure: true });
  res.render('article');
});
