const express = require('express');
const app = express();

app.use((req, res, next) => {
  if (!/^[0-9+]+$/.test(req.query.formula)) return res.sendStatus(400);
  req.formula = req.query.formula;
  next();
});

app.get('/sum', (req, res) => {
  res.json(eval(req.formula));
});
