// safe: other function
const http = require('http');

http.createServer((request, response) => {
  const name = new URL(request.url, 'http://localhost').searchParams.get('name');
  response.writeHead(200);
  response.end('Hello ' + name);
  response.setHeader('Connection', 'close');
}).listen(8080);
