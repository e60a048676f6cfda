const fs = require('fs');
const http = require('http');
const url = require('url');

http.createServer((req, res) => {
  let pathname = url.parse(req.url).pathname;
  let rounds = 0;
  while (pathname.indexOf('/../') !== -1) {
    if (++rounds > 1) break;
    pathname = pathname.replace('/../', '/');
  }
  fs.readFile('/srv/public' + pathname, (error, data) => res.end(data));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
}).listen(8080);
