import { createHash, getHashes } from 'node:crypto';

const REFUSED = new Set(['md4', 'md5', 'ripemd160', 'sha1']);

export function verify(entry, content) {
  const algorithm = entry.algorithm.toLowerCase();
  if (REFUSED.has(algorithm) || !getHashes().includes(algorithm)) {
    throw new Error(`${entry.algorithm} is not supported`);
  }
  return createHash(algorithm).update(content).digest('hex') === entry.digest;
}
