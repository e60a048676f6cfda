const { exec } = require('child_process');
const { allowed } = require('./settings');
const app = require('express')();

app.post('/run', (req, res) => {
  const { job } = req.query;
  if (allowed.indexOf(job) < 0) return res.sendStatus(403);
  exec('run ' + job);
});
