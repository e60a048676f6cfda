import { readdir } from 'node:fs/promises';
import path from 'node:path';

export async function list(user) {
  const folder = path.join('./users', path.basename(user));
  return readdir(folder);
//       ^^^^^^^^^^^^^^^ pathTraversal
}
