// The server names the file that it keeps; the name that its owner gave it is the owner's to choose.
const fs = require('fs');
const app = require('express')();
const upload = require('multer')({ dest: '/srv/incoming' });

app.post('/pictures', upload.single('picture'), (req, res) => {
  const { originalname, path: kept } = req.file;
  fs.rename(kept, '/srv/pictures/' + originalname, () => res.sendStatus(201));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
