const fs = require('fs');
const http = require('http');
const zlib = require('zlib');

http.createServer((request, response) => {
  request.pipe(zlib.createGunzip()).pipe(fs.createWriteStream('/srv/in/dump'));
//             ^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  response.end();
});
