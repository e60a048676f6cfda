const express = require('express');
const app = express();

app.post('/rule', (req, res) => {
  const rule = new Function('order', req.body.rule);
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  res.json(rule({ total: 3 }));
});
