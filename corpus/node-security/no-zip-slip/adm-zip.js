const AdmZip = require('adm-zip');
const multer = require('multer');

const upload = multer({ dest: 'uploads' });

module.exports = (app) => {
  app.post('/theme', upload.single('theme'), (req, res) => {
    const zip = new AdmZip(req.file.buffer);
    zip.extractAllTo(`${__dirname}/themes`, true);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeArchiveExtraction
    res.sendStatus(204);
  });
};
