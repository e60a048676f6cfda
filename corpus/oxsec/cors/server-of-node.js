const http = require('http');

http.createServer((request, response) => {
  const { origin } = request.headers;
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-origin', origin);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors
  response.end('{}');
}).listen(8081);
