const fs = require('fs');
const http = require('http');
const url = require('url');

http.createServer((req, res) => {
  let pathname = url.parse(req.url).pathname;
  while (pathname.indexOf('/../') !== -1) {
    pathname = pathname.replace('/../', '/');
  }
  setTimeout(() => {
    fs.readFile('/srv/public' + pathname, (error, data) => res.end(data));
  }, 10);
}).listen(8080);
