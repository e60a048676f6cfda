import { createCipheriv, randomBytes } from 'node:crypto';

export function* sealAll(messages, key) {
  for (const message of messages) {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
    yield Buffer.concat([nonce, cipher.update(message), cipher.final(), cipher.getAuthTag()]);
  }
}
