// A list of what is refused, kept in another file, lets through what is not in it.
const { exec } = require('child_process');
const config = require('./config');
const app = require('express')();

app.get('/a', (req, res) => {
  if (config.refused.some((word) => req.query.name.includes(word))) return res.sendStatus(400);
  exec('ls ' + req.query.name, () => res.end());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
});

app.get('/b', (req, res) => {
  if (config.refused.some((word) => word === req.query.name)) return res.sendStatus(400);
  exec('ls ' + req.query.name, () => res.end());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
});
