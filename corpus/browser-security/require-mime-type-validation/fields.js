const files = multer({ storage }).fields([{ name: 'avatar' }, { name: 'cover' }]);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
export { files };
