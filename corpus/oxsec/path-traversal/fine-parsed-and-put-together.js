const fs = require('fs');
const http = require('http');
const path = require('path');
const { parse } = require('url');

http.createServer((req, res) => {
  const { pathname } = parse(req.url);
  const file = path.parse(path.join('/srv/public', decodeURIComponent(pathname)));
  const found = path.format(file);
  if (!found.startsWith('/srv/public/')) return res.end();
  fs.readFile(found, (error, data) => res.end(data));
}).listen(8080);
