// safe: setting
const http = require('http');

http.createServer((req, res) => {
  res.setHeader('Set-Cookie', `session=${newSession(req)}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  res.end('ok');
}).listen(8080);
