const util = require('util');
const http = require('http');

http.createServer((request, response) => {
  response.setHeader('X-Note', util.format(request.headers['x-note'], process.pid));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  response.end();
}).listen(8080);
