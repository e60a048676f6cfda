import fs from 'fs';
import path from 'path';

export function read(name) {
  const root = path.resolve('uploads');
  const file = path.join(root, name);
  const relative = path.relative(root, file);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return null;
  return fs.readFileSync(file);
}
