const fs = require('fs');
const http = require('http');
const formidable = require('formidable');

http.createServer((req, res) => {
  const kept = [];
  const form = new formidable.IncomingForm();
  form.on('file', (field, file) => kept.push(file));
  form.parse(req, (error, fields, files) => {
    fs.readFile(files.picture.path, (failed, picture) => res.end(String(picture.length)));
    fs.createReadStream(kept[0].path).pipe(fs.createWriteStream('/srv/pictures/newest.png'));
  });
}).listen(8080);
