const { execFile } = require('child_process');
const app = require('express')();

app.get('/log', (req, res) => {
  execFile('git', ['log', '--author', req.query.author], (error, out) => res.type('text').send(out));
});
