import { createCipheriv, randomBytes } from 'node:crypto';

export function seal(text) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(process.env.DATA_KEY, 'hex'), iv);
  return { iv, data: Buffer.concat([cipher.update(text), cipher.final()]), tag: cipher.getAuthTag() };
}
