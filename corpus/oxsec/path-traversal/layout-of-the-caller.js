const express = require('express');
const app = express();

app.get('/page', (req, res) => {
  res.render('page', { layout: req.query.layout, title: 'Page' });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
