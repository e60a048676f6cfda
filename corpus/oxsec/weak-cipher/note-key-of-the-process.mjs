import { createCipheriv, randomBytes } from 'node:crypto';

const key = randomBytes(32);

export function seal(text) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lostKey
  return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}
