const express = require('express');
const multiparty = require('multiparty');
const app = express();

app.post('/notes', (req, res) => {
  new multiparty.Form().parse(req, (error, fields) => {
    res.status(200).send(fields.note);
  });
});
