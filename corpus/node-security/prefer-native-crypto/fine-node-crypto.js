import { createHash, generateKeyPairSync, scryptSync } from 'node:crypto';

export const fingerprint = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

export const keyPair = () => generateKeyPairSync('ed25519');

export function derive(password, salt) {
  return scryptSync(password, salt, 32);
}
