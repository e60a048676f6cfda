import fs from 'fs';
import path from 'path';

const root = path.resolve('public');

export function send(req, res) {
  const target = path.resolve(root, req.params.file);
  if (!target.startsWith(root + path.sep)) {
    return res.sendStatus(403);
  }
  return res.send(fs.readFileSync(target));
}

export function size(file) {
  if (file.startsWith(root)) {
    return fs.statSync(file).size;
  }
  return 0;
}
