const express = require('express');
const app = express();

app.post('/reset', (req, res) => {
  const token = Math.random().toString(36).slice(2);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
  saveToken(req.body.email, token);
  res.sendStatus(202);
});

function saveToken(email, token) {
  app.locals[email] = token;
}
