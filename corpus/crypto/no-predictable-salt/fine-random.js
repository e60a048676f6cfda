import { randomBytes, scryptSync } from 'node:crypto';

export function hash(password) {
  const salt = randomBytes(16);
  return Buffer.concat([salt, scryptSync(password, salt, 64)]);
}
