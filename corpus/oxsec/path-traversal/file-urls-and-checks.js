const express = require('express');
const fs = require('fs');
const path = require('path');
const url = require('url');
const app = express();

app.get('/a', (req, res) => res.end(fs.readFileSync(url.fileURLToPath('file:///srv/files/' + req.query.name))));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/b', (req, res) => {
  if (!path.isAbsolute(req.query.name)) res.end(fs.readFileSync('/srv/files/' + req.query.name));
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
app.get('/c', (req, res) => {
  const file = path.join('/srv/files', req.query.name);
  if (path.extname(file) === '.md') res.end(fs.readFileSync(file));
//                                          ^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
app.get('/e', (req, res) => {
  const file = path.join('/srv/files', req.query.name);
  if (path.relative('/srv/files', file) !== 'secret') res.end(fs.readFileSync(file));
//                                                            ^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
