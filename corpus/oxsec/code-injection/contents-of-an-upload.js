const app = require('express')();
const upload = require('multer')();

app.post('/plugins', upload.single('plugin'), (req, res) => {
  const run = new Function('host', req.file.buffer.toString('utf8'));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  res.json({ result: run(app) });
});
