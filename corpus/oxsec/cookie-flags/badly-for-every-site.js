const express = require('express');
const app = express();

app.post('/login', (req, res) => {
  res.cookie('sessionId', req.app.locals.open(req), { httpOnly: true, secure: true, sameSite: 'none' });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sameSiteNone
  res.sendStatus(204);
});
