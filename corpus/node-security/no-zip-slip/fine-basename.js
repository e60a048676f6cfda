import { createWriteStream } from 'node:fs';
import path from 'node:path';
import yauzl from 'yauzl';

export function unpack(file, folder) {
  yauzl.open(file, { lazyEntries: true }, (error, zip) => {
    if (error) throw error;
    zip.on('entry', (entry) => {
      const name = path.basename(entry.fileName);
      zip.openReadStream(entry, (_, stream) => stream.pipe(createWriteStream(path.join(folder, name))));
    });
    zip.readEntry();
  });
}
