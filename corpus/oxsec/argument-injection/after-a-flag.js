const { execFile } = require('child_process');
const app = require('express')();

app.get('/log', (req, res) => {
  execFile('git', ['log', '--oneline', req.query.branch], (error, out) => res.type('text').send(out));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
});

app.get('/diff', (req, res) => {
  execFile('git', ['diff', '--no-color', req.query.from], (error, out) => res.type('text').send(out));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
});
