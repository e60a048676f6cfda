const http = require('http');
const zlib = require('zlib');
const readAll = require('raw-body');

http.createServer((request, response) => {
  const stream = zlib.createGunzip();
  request.pipe(stream);
//             ^^^^^^ resourceExhaustion
  readAll(stream, { encoding: 'utf8', limit: Infinity }, (error, text) => response.end(error ? 'no' : String(text.length)));
});
