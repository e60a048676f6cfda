const http = require('http');

http.createServer((req, res) => {
  const query = new URL(req.url, 'http://localhost').searchParams;
  const padding = Buffer.alloc(Number(query.get('size')));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^ userControlledResourceSize
  const header = Buffer.allocUnsafe(4096 * 4096);
//                                  ^^^^^^^^^^^ unlimitedBufferAllocation
  const legacy = new Buffer(req.headers['content-length']);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ userControlledResourceSize
  res.end(Buffer.concat([header, legacy, padding]));
}).listen(8080);
