// What a handler asks of the request's method, the session or the environment says nothing of the command.
const { exec } = require('child_process');
const http = require('http');
const app = require('express')();

http.createServer((req, res) => {
  if (req.method !== 'GET') return res.end();
  exec('lookup ' + req.url);
//^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
}).listen(8080);

app.post('/run', (req, res) => {
  if (!['admin', 'editor'].includes(req.user.role)) return res.sendStatus(403);
  if (process.env.RUNNER !== 'on' || req.session.kind === 'guest') return res.sendStatus(404);
  switch (req.method) {
    case 'POST':
      exec('run ' + req.query.job);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
      break;
    default:
      res.sendStatus(405);
  }
});
