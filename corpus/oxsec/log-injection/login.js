const express = require('express');
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  console.log('Login attempt for ' + req.body.username);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  res.sendStatus(204);
});
