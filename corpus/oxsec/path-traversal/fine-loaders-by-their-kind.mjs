import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(process.cwd(), 'templates');

const loaders = {
  json: (name) => readFile(join(ROOT, `${name}.json`), 'utf8'),
  text: (name) => readFile(join(ROOT, `${name}.txt`), 'utf8'),
};

export async function load(kind, name) {
  if (!/^[a-z-]+$/.test(name)) throw new Error('no such template');
  const loader = loaders[kind];
  return loader(name);
}
