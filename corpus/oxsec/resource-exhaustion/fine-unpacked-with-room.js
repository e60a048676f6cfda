const fs = require('fs');
const http = require('http');
const zlib = require('zlib');

http.createServer((request, response) => {
  request.pipe(zlib.createGunzip({ maxOutputLength: 1 << 20 })).pipe(fs.createWriteStream('/srv/in/dump'));
  response.end();
});
