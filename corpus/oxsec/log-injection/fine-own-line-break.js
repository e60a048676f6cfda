import http from 'node:http';

http
  .createServer((request, response) => {
    const path = decodeURIComponent(request.url).replace(/[\r\n]/g, ' ');
    process.stdout.write(`${request.method} ${path}\n`);
    response.end('ok\n');
  })
  .listen(8080);
