import { createCipheriv, randomBytes } from 'node:crypto';

function transform(key, iv, data) {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()]);
}

export function seal(key, data) {
  const iv = randomBytes(12);
  return Buffer.concat([iv, transform(key, iv, data)]);
}
