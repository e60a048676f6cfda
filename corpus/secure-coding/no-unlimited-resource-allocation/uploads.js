import multer from 'multer';
import fs from 'node:fs';

const upload = multer({ dest: 'uploads/' });
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimitedFileOperations
const avatars = multer({ dest: 'avatars/', limits: { files: 1 } });
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimitedFileOperations

app.post('/files', upload.single('file'), (req, res) => {
  fs.writeFileSync(req.body.name, req.file.buffer);
//                 ^^^^^^^^^^^^^ unlimitedFileOperations
  res.send(fs.readFileSync('uploads/' + req.file.filename));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimitedFileOperations
});

app.post('/avatar', avatars.single('image'), saveAvatar);
