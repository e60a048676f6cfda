import fs from 'fs';
import path from 'path';

const root = path.resolve('public');

export function send(req, res) {
  const target = path.resolve(root, req.params.file);
  if (!target.startsWith(root)) {
    console.warn('outside of the folder');
  }
  res.send(fs.readFileSync(target));
//         ^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}
