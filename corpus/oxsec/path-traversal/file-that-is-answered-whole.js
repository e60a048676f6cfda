const express = require('express');

const app = express();

app.get('/file', (req, res) => {
  res.sendFile(req.query.name, { maxAge: 3600 });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});

app.get('/part', (req, res) => {
  res.sendFile(req.query.name, { root: req.query.folder });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
