const http = require('http');

http
  .createServer((req, res) => {
    const name = new URL(req.url, 'http://localhost').pathname.slice(1);
    const handler = require('./handlers/' + name);
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDynamicRequire
    handler(req, res);
  })
  .listen(8080);
