const fs = require('fs');
const http = require('http');
const path = require('path');
const { parse } = require('url');

http.createServer((req, res) => {
  const { pathname } = parse(req.url);
  let file = path.parse(path.join('/srv/public', pathname));
  if (file.dir.includes('/drafts')) return res.end();
  file = decodeURIComponent(path.format(file));
  fs.readFile(file, (error, data) => res.end(data));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
}).listen(8080);
