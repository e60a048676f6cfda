const fs = require('fs');
const http = require('http');
const Busboy = require('busboy');

http.createServer((request, response) => {
  const form = new Busboy({ headers: request.headers });
  form.on('file', (field, file, name) => {
    file.pipe(fs.createWriteStream('/srv/uploads/' + name));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  });
  request.pipe(form);
  response.end();
});
