const http = require('http');

http.createServer((req, res) => {
  res.writeHead(200, { 'Set-Cookie': ['theme=dark; HttpOnly; Secure', 'auth=' + issue(req) + '; HttpOnly'] });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieFlags
  res.end();
}).listen(8080);
