const { exec } = require('child_process');
const { pick } = require('lodash');
const app = require('express')();

app.post('/run', (req, res) => {
  const { kind = 'none' } = pick(req.query, ['folder']);
  exec('ls ' + kind);
});
