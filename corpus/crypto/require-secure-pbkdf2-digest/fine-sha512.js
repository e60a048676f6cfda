import { pbkdf2Sync, randomBytes } from 'node:crypto';

export function hash(password) {
  const salt = randomBytes(16);
  return [salt, pbkdf2Sync(password, salt, 210000, 64, 'sha512')];
}
