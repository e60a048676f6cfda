const multer = require('multer');
const path = require('path');
const fs = require('fs');

const upload = multer({ dest: 'uploads/', limits: { fileSize: 5 * 1024 * 1024, files: 1 } });
const template = fs.readFileSync(path.join(__dirname, 'templates', 'mail.txt'), 'utf8');

router.post('/files', upload.single('file'), (req, res) => {
  res.status(201).json({ id: req.file.filename, mail: template.length });
});
