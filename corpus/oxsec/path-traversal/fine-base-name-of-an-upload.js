// Parsers of forms cut a file's name down to its last part, and a picture in memory is not opened by a name.
const fs = require('fs');
const path = require('path');
const http = require('http');
const multer = require('multer');
const sharp = require('sharp');
const Busboy = require('busboy');
const app = require('express')();
const upload = multer();

app.post('/pictures', upload.array('pictures'), async (req, res) => {
  for (const file of req.files) {
    await fs.promises.writeFile(path.join('/srv/pictures', file.originalname), file.buffer);
    await sharp(file.buffer).resize(100).toFile('/srv/small.png');
  }
  fs.writeFileSync('/srv/pictures/' + req.file.originalname, req.file.buffer);
  res.end();
});

http.createServer((request, response) => {
  const form = new Busboy({ headers: request.headers });
  form.on('file', (field, file, name) => file.pipe(fs.createWriteStream('/srv/uploads/' + name)));
  request.pipe(form);
  response.end();
});
