const http = require('http');

http.createServer((request, response) => {
  try {
    response.end(JSON.stringify(work(request)));
  } catch (failure) {
    response.statusCode = 500;
    response.end(`<pre>${failure.stack.split('\n').join('<br>')}</pre>`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stackTraceExposure
  }
}).listen(8080);

function work(request) {
  return { url: new URL(request.url, 'http://localhost').pathname };
}
