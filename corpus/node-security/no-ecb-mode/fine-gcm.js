import { createCipheriv, randomBytes } from 'node:crypto';

export function encryptCard(number, key) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = cipher.update(number, 'utf8', 'base64') + cipher.final('base64');
  return { iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), sealed };
}
