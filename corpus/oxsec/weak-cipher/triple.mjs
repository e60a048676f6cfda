import { createCipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'des-ede3-cbc';

export function sealCard(number, key) {
  const iv = randomBytes(8);
  const cipher = createCipheriv(ALGORITHM, key, iv);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
  return { iv: iv.toString('hex'), data: cipher.update(number, 'utf8', 'hex') + cipher.final('hex') };
}
