const express = require('express');
const fs = require('fs');
const path = require('path');

const app = express();
const UPLOADS = path.join(__dirname, 'uploads');

app.get('/files/:name', (req, res) => {
  const file = path.join(UPLOADS, req.params.name);
  fs.readFile(file, (error, data) => {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fsPathTraversal
    if (error) return res.sendStatus(404);
    res.send(data);
  });
});

app.delete('/files/:name', (req, res) => {
  fs.unlinkSync(path.join(UPLOADS, req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fsPathTraversal
  res.sendStatus(204);
});
