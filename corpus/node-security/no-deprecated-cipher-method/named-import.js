import { createCipher } from 'crypto';
import { createReadStream, createWriteStream } from 'fs';
import { pipeline } from 'stream/promises';

export async function sealFile(source, target, secret) {
  await pipeline(createReadStream(source), createCipher('aes192', secret), createWriteStream(target));
//                                         ^^^^^^^^^^^^ deprecatedCipherMethod
}
