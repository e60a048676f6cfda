// What was joined holds no dots any more, wherever it leads.
const fs = require('fs');
const path = require('path');
const app = require('express')();

app.get('/asset', (req, res) => {
  const target = path.join('/srv/assets', req.query.name);
  if (target.includes('..')) return res.sendStatus(403);
  fs.readFile(target, (error, data) => res.type('bin').send(data));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
