const http = require('http');

http.createServer((req, res) => {
  const type = req.method === 'GET' ? 'text/plain; charset=utf-8' : 'application/octet-stream';
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-store' };
  res.writeHead(200, withDate(headers));
  res.end(`You asked for ${decodeURIComponent(req.url)}\n`);
}).listen(8000);

function withDate(headers) {
  headers.Date = new Date().toUTCString();
  return headers;
}
