import { createWriteStream } from 'node:fs';
import path from 'node:path';
import unzipper from 'unzipper';

export async function unpack(archive, folder) {
  const directory = await unzipper.Open.file(archive);
  for (const entry of directory.files) {
    const target = path.join(folder, entry.path);
//                                   ^^^^^^^^^^ unvalidatedArchivePath
    entry.stream().pipe(createWriteStream(target));
  }
}
