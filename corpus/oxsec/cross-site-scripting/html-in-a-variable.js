const http = require('http');

http.createServer((req, res) => {
  const type = req.method === 'GET' ? 'text/plain; charset=utf-8' : 'text/html';
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-store' };
  res.writeHead(200, headers);
  res.end(`You asked for ${decodeURIComponent(req.url)}\n`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}).listen(8000);
