const express = require('express');
const app = express();

app.use((req, res, next) => {
  req.formula = req.query.formula;
  next();
});

app.get('/sum', (req, res) => {
  res.json(eval(req.formula));
//         ^^^^^^^^^^^^^^^^^ codeInjection
});
