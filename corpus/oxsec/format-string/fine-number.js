const express = require('express');
const app = express();


app.get('/orders/:id', (req, res) => {
  console.warn('Order ' + Number(req.params.id) + ' is late by', Date.now() - start);
  res.end();
});
