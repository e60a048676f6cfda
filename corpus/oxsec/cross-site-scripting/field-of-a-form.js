const express = require('express');
const multiparty = require('multiparty');
const app = express();

app.post('/notes', (req, res) => {
  new multiparty.Form().parse(req, (error, fields) => {
    res.status(200).send(fields.note[0]);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  });
});

app.post('/titles', (req, res) => {
  new multiparty.Form().parse(req, (error, fields) => {
    res.send(`<h1>${fields.title}</h1>`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  });
});
