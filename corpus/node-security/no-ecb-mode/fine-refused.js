import { createDecipheriv, getCiphers } from 'node:crypto';

export const ALLOWED = getCiphers().filter((name) => !name.endsWith('-ecb'));

export function open(algorithm, key, iv, sealed) {
  if (!ALLOWED.includes(algorithm)) {
    throw new Error(`${algorithm} is not allowed`);
  }
  const decipher = createDecipheriv(algorithm, key, iv);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}
