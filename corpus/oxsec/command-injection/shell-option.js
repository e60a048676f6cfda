const cp = require('child_process');
const express = require('express');
const app = express();

app.get('/ping', (req, res) => {
  const child = cp.spawn('ping', ['-c', '1', req.query.host], { shell: true });
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  child.stdout.pipe(res);
});
