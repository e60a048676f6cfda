import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export function checksum(file) {
  return new Promise((resolve, reject) => {
    const hash = createHash("SHA1");
//                          ^^^^^^ weakHashAlgorithm
    createReadStream(file)
      .on('data', (chunk) => hash.update(chunk))
      .on('end', () => resolve(hash.digest('hex')))
      .on('error', reject);
  });
}
