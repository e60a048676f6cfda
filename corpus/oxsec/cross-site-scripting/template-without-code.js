const express = require('express');
const Mustache = require('mustache');
const app = express();

app.get('/preview', (req, res) => {
  const page = Mustache.render(req.query.template, { shop: 'Zoo' });
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  res.type('text').send(page);
});
