const http = require('http');
const zlib = require('zlib');
const readAll = require('raw-body');

http.createServer((request, response) => {
  const stream = zlib.createGunzip();
  request.pipe(stream);
  const options = { encoding: 'utf8', limit: 1 << 20 };
  readAll(stream, options, (error, text) => response.end(error ? 'no' : String(text.length)));
});
