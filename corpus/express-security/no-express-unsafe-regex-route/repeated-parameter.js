import express from 'express';

const files = express.Router();
files.get('/files/:path*', download);
//        ^^^^^^^^^^^^^^^ unsafeParamPattern
files.delete('/files/:path+/trash', trash);
//           ^^^^^^^^^^^^^^^^^^^^^ unsafeParamPattern

export default files;
