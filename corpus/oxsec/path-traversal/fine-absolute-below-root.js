// The name must begin with the folder, and the way from the folder to it must not climb.
const fs = require('fs');
const path = require('path');
const app = require('express')();

app.get('/page', (req, res) => {
  const wanted = req.query.page;
  if (!wanted.startsWith('/srv/pages/')) return res.sendStatus(400);
  if (path.relative('/srv/pages', wanted).startsWith('..')) return res.sendStatus(400);
  fs.readFile(wanted, 'utf8', (error, text) => res.type('text').send(text));
});
