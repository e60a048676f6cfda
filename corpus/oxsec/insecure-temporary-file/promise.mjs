import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function exportKeys(keys) {
  const target = join(tmpdir(), 'export', 'keys.pem');
  await writeFile(target, keys.join('\n'));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTemporaryFile
  return target;
}
