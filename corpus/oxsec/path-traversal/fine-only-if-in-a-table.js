const fs = require('fs');
const path = require('path');
const pages = require('./pages');
const app = require('express')();

app.get('/:name', (req, res) => {
  const known = pages.get(req.params.name);
  if (!known) return res.sendStatus(404);
  res.send(fs.readFileSync(path.join('/srv/pages', req.params.name)));
});
