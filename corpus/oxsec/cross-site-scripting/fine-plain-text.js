const http = require('http');

http.createServer((req, res) => {
  res.setHeader('Content-Type', 'text/plain; charset=utf-8');
  res.end(`<p>You asked for ${decodeURIComponent(req.url)}\n`);
}).listen(8000);
