import { createWriteStream } from 'fs';
import path from 'path';
import type { Readable } from 'stream';

export function keep(stream: Readable, name: string, { folder = './uploads' }: { folder?: string } = {}) {
  stream.pipe(createWriteStream(path.join(folder, name.replace('../', ''))));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
}
