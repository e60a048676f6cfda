// options: {"archiveFunctions": ["inflateInto"], "pathValidationFunctions": ["within"], "safeLibraries": ["safe-inflate"]}
import { resolve } from 'node:path';
import * as paths from 'node:path';
import { inflateInto } from './inflate.js';

export async function unpack(entries, folder) {
  for (const entry of entries) {
    await inflateInto(entry, resolve(folder, entry.name));
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeArchiveExtraction
    within(folder, paths.resolve(folder, entry.name));
    paths.resolve(folder, entry.fileName);
//                        ^^^^^^^^^^^^^^ unvalidatedArchivePath
  }
}
