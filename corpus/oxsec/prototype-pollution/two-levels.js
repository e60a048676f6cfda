const express = require('express');
const app = express();
const settings = {};

app.put('/settings/:group/:name', (req, res) => {
  settings[req.params.group][req.params.name] = req.body.value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
  res.end();
});
