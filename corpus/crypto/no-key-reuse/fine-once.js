import { createCipheriv, randomBytes } from 'node:crypto';

export function encrypt(key, text) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return [iv, cipher.update(text), cipher.final(), cipher.getAuthTag()];
}
