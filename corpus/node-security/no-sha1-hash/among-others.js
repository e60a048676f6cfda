import { readFile } from 'node:fs/promises';
import { sha1, sha256 } from 'crypto-hash';
//       ^^^^ sha1Deprecated

const ALGORITHMS = { sha256, legacy: (text) => sha1(text) };
//                                             ^^^^^^^^^^ sha1Deprecated

export async function manifest(files, algorithm = 'sha256') {
  const lines = [];
  for (const file of files) {
    lines.push(`${await ALGORITHMS[algorithm](await readFile(file))}  ${file}`);
  }
  return lines.join('\n');
}
