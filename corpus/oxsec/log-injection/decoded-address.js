const http = require('http');

http.createServer((req, res) => {
  console.log('asked for ' + decodeURIComponent(req.url));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  res.end();
}).listen(8080);
