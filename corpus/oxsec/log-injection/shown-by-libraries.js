const express = require('express');
const format = require('pretty-format');
const app = express();

app.get('/:name', (req, res) => {
  console.log(format(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  res.end();
});
