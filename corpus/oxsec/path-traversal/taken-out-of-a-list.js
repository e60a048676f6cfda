const fs = require('fs');
const path = require('path');
const app = require('express')();

app.get('/log/*', (req, res) => {
  const parts = req.url.split('/').splice(2);
  const file = path.join('/var/log/app', parts.join('/'));
  fs.readFile(file, 'utf8', (error, text) => res.type('text').send(text));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
