const upload = multer({ dest: 'uploads/' }).single('avatar');
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
app.post('/avatar', upload, save);
