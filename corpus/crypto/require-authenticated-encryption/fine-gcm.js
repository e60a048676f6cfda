import { createCipheriv, randomBytes } from 'node:crypto';

export function seal(key, text) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return [iv, Buffer.concat([cipher.update(text), cipher.final()]), cipher.getAuthTag()];
}
