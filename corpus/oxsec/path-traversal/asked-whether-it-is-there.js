const express = require('express');
const fs = require('fs');
const path = require('path');
const app = express();
const at = (req) => path.join('/srv/files', req.params.name);

app.get('/stat/:name', (req, res) => fs.stat(at(req), (error) => res.json({ found: !error })));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/lstat/:name', (req, res) => fs.lstat(at(req), (error) => res.json({ found: !error })));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/exists/:name', (req, res) => fs.exists(at(req), (found) => res.json({ found })));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/access/:name', (req, res) => fs.access(at(req), (error) => res.json({ found: !error })));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/size/:name', (req, res) => res.json({ size: fs.statSync(at(req)).size }));
//                                                    ^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/link/:name', (req, res) => res.json({ link: fs.lstatSync(at(req)).isSymbolicLink() }));
//                                                    ^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/here/:name', (req, res) => res.json({ found: fs.existsSync(at(req)) }));
//                                                     ^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/may/:name', (req, res) => {
  fs.accessSync(at(req), fs.constants.R_OK);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  res.sendStatus(204);
});
