// Told to keep the folders, or another parser, which leaves the name as it comes.
const fs = require('fs');
const http = require('http');
const multer = require('multer');
const formidable = require('formidable');
const sharp = require('sharp');
const app = require('express')();
const upload = multer({ preservePath: true });

app.post('/pictures', upload.single('picture'), (req, res) => {
  fs.writeFileSync('/srv/pictures/' + req.file.originalname, req.file.buffer);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  sharp('/srv/pictures/' + req.body.name).toFile('/srv/small.png');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  res.end();
});

http.createServer((request, response) => {
  formidable().parse(request, (error, fields, files) => {
    fs.createWriteStream('/srv/pictures/' + files.picture.originalFilename);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
    response.end();
  });
});

http.createServer((request) => {
  const form = formidable();
  form.on('error', () => {}).on('file', (field, file) => {
    fs.createWriteStream('/srv/pictures/' + file.originalFilename);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  });
  form.parse(request);
});
