const app = require('express')();

app.post('/remember', (req, res) => {
  res.cookie('remember', req.body.password, { httpOnly: true });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretStored
  res.sendStatus(204);
});
