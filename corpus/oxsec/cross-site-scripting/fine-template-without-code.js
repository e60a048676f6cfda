const express = require('express');
const Mustache = require('mustache');
const app = express();

app.get('/preview', (req, res) => {
  const text = req.query.template.replace(/[<>&{}"']/g, '');
  res.type('text').send(Mustache.render(text, { shop: 'Zoo' }));
});
