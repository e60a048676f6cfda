const { exec } = require('child_process');
const app = require('express')();

app.post('/run', (req, res) => {
  const job = {
    get command() {
      return 'run ' + req.query.job;
    },
  };
  exec(job.command);
//^^^^^^^^^^^^^^^^^ commandInjection
});
