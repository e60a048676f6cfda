import { randomBytes, scryptSync } from 'node:crypto';

export function hashPassword(password) {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32);
  return `${salt.toString('hex')}:${key.toString('hex')}`;
}
