import { createDecipheriv } from 'node:crypto';

const WEAK = ['des', 'des-ede3', 'rc4', 'rc2', 'bf', 'idea'];

export function open(algorithm, key, iv, sealed) {
  const [family] = algorithm.toLowerCase().split('-');
  if (WEAK.includes(family)) {
    throw new Error(`${algorithm} is not supported any more`);
  }
  const decipher = createDecipheriv(algorithm, key, iv);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}
