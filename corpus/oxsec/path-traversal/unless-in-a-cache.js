const fs = require('fs');
const path = require('path');
const cache = require('./cache');
const app = require('express')();

app.get('/:name', (req, res) => {
  const known = cache.get(req.params.name);
  if (known) return res.send(known);
  res.send(fs.readFileSync(path.join('/srv/pages', req.params.name)));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
