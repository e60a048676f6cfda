const express = require('express');
const app = express();


app.get('/login', (req, res) => {
  console.log('Login of ' + req.query.name + ' from', req.socket.remoteAddress);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  res.sendStatus(204);
});
