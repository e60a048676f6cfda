const http = require('http');

http.createServer((req, res) => {
  const id = newSession(req);
  res.setHeader('Set-Cookie', `session=${id}; Path=/; Secure`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieFlags
  res.end('ok');
}).listen(8080);
