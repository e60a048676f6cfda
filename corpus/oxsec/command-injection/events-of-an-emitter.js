const { exec } = require('child_process');
const EventEmitter = require('events');
const app = require('express')();

const jobs = new EventEmitter();

jobs.on('added', (job) => exec('run ' + job));
//                        ^^^^^^^^^^^^^^^^^^ commandInjection
jobs.on('removed', (job) => exec('stop ' + job));

app.post('/run', (req, res) => {
  jobs.emit('added', req.query.job);
  jobs.emit('removed', 'all');
  res.sendStatus(202);
});
