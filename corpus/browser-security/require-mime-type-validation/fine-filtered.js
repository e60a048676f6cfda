const avatar = multer({ dest: 'uploads/', fileFilter }).single('avatar');
const small = multer({ storage, limits: { fileSize: 1e6 } }).array('files');
export { avatar, small };
