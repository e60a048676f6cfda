const { exec } = require('child_process');
const app = require('express')();

app.post('/run', (req, res) => {
  const { job } = req.query;
  switch (job) {
    case 'help':
      return res.send('build, test');
    default:
      if (job.length > 20) return res.sendStatus(400);
  }
  exec('make ' + job);
//^^^^^^^^^^^^^^^^^^^ commandInjection
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
  }
  exec('pack ' + level);
//^^^^^^^^^^^^^^^^^^^^^ commandInjection
});
