const { exec } = require('child_process');
const http = require('http');
const app = require('express')();

http.createServer((req, res) => {
  const chunks = [];
  req.on('data', (chunk) => chunks.push(chunk));
  req.on('end', () => {
    const { job } = JSON.parse(Buffer.concat(chunks).toString());
    exec('run ' + job);
//  ^^^^^^^^^^^^^^^^^^ commandInjection
    exec('note ' + Buffer.concat(chunks));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
    res.end();
  });
}).listen(8080);

http.createServer(async (req, res) => {
  let body = '';
  for await (const chunk of req) body += chunk;
  exec('run ' + body);
//^^^^^^^^^^^^^^^^^^^ commandInjection
  res.end();
}).listen(8081);

app.post('/run', async (req, res) => {
  for await (const chunk of req) {
    exec('run ' + chunk);
//  ^^^^^^^^^^^^^^^^^^^^ commandInjection
  }
  res.end();
});
