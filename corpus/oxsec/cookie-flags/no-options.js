const express = require('express');
const { randomUUID } = require('crypto');
const app = express();

app.post('/login', (req, res) => {
  res.cookie('session', randomUUID());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieFlags
  res.redirect('/account');
});
