import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(process.cwd(), 'templates');

const loaders = {
  async json(name) {
    return JSON.parse(await readFile(join(ROOT, `${name}.json`), 'utf8'));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  },
  text: (name) => readFile(join(ROOT, `${name}.txt`), 'utf8'),
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
};

export async function load(kind, name) {
  const loader = loaders[kind];
  if (!loader) throw new Error(`no templates of kind ${kind}`);
  return loader(name);
}
