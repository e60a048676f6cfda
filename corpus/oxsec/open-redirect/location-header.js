const http = require('http');
const url = require('url');

http.createServer((req, res) => {
  const { query } = url.parse(req.url, true);
  res.setHeader('Location', query.target);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  res.statusCode = 302;
  res.end();
}).listen(8080);
