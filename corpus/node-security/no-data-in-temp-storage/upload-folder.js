import multer from 'multer';

const destination = 'public/temp/uploads';
//                  ^^^^^^^^^^^^^^^^^^^^^ violationDetected

export const upload = multer({ dest: destination, limits: { fileSize: 1e6 } });

export class Spool {
  constructor() {
    this.folder = '/tmp/spool';
//                ^^^^^^^^^^^^ violationDetected
  }
}
