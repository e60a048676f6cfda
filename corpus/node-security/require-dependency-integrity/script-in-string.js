const express = require('express');

const app = express();

app.get('/', (req, res) => {
  let html = '<!doctype html><title>Shop</title>';
  html += '<script src="https://unpkg.com/vue@3/dist/vue.global.js"></script>';
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  html += '<link rel="stylesheet" href="https://cdn.jsdelivr.net/npm/bulma@1/css/bulma.min.css">';
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  res.send(html);
});

app.listen(3000);
