const parser = multer({ fileFilter });
app.post('/avatar', parser.single('avatar'), save);
