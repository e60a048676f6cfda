app.get('/search', (req, res) => {
  const pattern = new RegExp(req.query.q, 'i');
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regexpReDoS
  res.json(products.filter((product) => pattern.test(product.name)));
});
