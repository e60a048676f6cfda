const express = require('express');
const fs = require('fs');

const app = express();

app.get('/raw', (req, res) => {
  const { query, body } = req;
  fs.readFile(query.file, 'utf8', (error, text) => {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
    if (error) return res.sendStatus(404);
    res.send(text);
  });
  fs.appendFileSync(body.log, 'read\n');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
});
