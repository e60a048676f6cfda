const express = require('express');
const fs = require('fs');
const app = express();

app.get('/file', (req, res) => {
  const name = req.query.name.replace('../', '');
  fs.createReadStream('/srv/files/' + name).pipe(res);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
