app.post('/files', multer().array('files', 10), save);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
