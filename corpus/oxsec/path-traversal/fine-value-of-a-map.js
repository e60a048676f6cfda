const fs = require('fs');
const path = require('path');
const app = require('express')();

const TITLES = new Map([
  ['terms', 'Our terms'],
  ['privacy', 'Your privacy'],
]);

app.get('/:name', (req, res) => {
  const title = TITLES.get(req.params.name);
  if (!title) return res.sendStatus(404);
  res.send(title + fs.readFileSync(path.join('/srv/pages', req.params.name)));
});
