const { exec } = require('child_process');
const { get, pick } = require('lodash');
const app = require('express')();

app.post('/run', (req, res) => {
  exec('run ' + get(req, 'query.job', 'none'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  const { folder } = pick(req.query, ['folder', 'kind']);
  exec('ls ' + folder);
//^^^^^^^^^^^^^^^^^^^^ commandInjection
});

app.post('/again', (req, res) => {
  exec('run ' + _.get(req.query, 'job'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + _.pick(req.query, 'folder').folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
});
