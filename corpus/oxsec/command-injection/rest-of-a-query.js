const { exec } = require('child_process');
const app = require('express')();

app.post('/run', (req, res) => {
  const { job, ...rest } = req.query;
  exec('ls ' + rest.folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
});
