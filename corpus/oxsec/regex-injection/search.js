const express = require('express');
const app = express();
const products = require('./products.json');

app.get('/products', (req, res) => {
  const pattern = new RegExp(req.query.q, 'i');
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regexInjection
  res.json(products.filter((product) => pattern.test(product.name)));
});
