const express = require('express');
const app = express();


app.post('/sum', (req, res) => {
  formula = req.body.formula;
  res.json(eval(formula));
//         ^^^^^^^^^^^^^ codeInjection
});
