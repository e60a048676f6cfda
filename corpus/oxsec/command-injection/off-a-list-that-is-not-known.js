const { exec } = require('child_process');
const { blocked } = require('./settings');
const app = require('express')();

app.post('/run', (req, res) => {
  const { job } = req.query;
  if (blocked.indexOf(job) >= 0) return res.sendStatus(403);
  exec('run ' + job);
//^^^^^^^^^^^^^^^^^^ commandInjection
});

app.post('/again', (req, res) => {
  if (blocked.indexOf(req.query.job) === -1) exec('run ' + req.query.job);
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
});
