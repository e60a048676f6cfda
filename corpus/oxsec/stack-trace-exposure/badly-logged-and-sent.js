const http = require('http');

http.createServer((req, res) => {
  try {
    res.end(work(req));
  } catch (error) {
    console.error(error);
    const details = error.stack.split('\n');
    res.end(JSON.stringify({ details }));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stackTraceExposure
  }
}).listen(8080);
