app.post('/avatar', multer(options).single('avatar'), save);
