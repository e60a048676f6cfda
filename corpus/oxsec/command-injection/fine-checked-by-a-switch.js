const assert = require('assert');
const { exec } = require('child_process');
const app = require('express')();

app.post('/run', (req, res) => {
  const { job } = req.query;
  switch (job) {
    case 'build':
    case 'test':
      break;
    case 'help':
      return res.send('build, test');
    default:
      return res.sendStatus(400);
  }
  exec('make ' + job);
});

app.post('/level', (req, res) => {
  let level = req.query.level;
  switch (level) {
    case 'high':
      level = '-9';
      break;
    case 'low':
      level = '-1';
      break;
    default:
      level = '-5';
  }
  exec('pack ' + level);
});

app.post('/named', (req, res) => {
  assert.match(req.query.name, /^\w+$/);
  exec('make ' + req.query.name);
});
