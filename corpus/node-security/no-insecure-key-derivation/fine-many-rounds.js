import { pbkdf2Sync, randomBytes } from 'node:crypto';

export function hashPassword(password) {
  const salt = randomBytes(16);
  const hash = pbkdf2Sync(password, salt, 600_000, 32, 'sha256');
  return ['pbkdf2', 600_000, salt.toString('base64'), hash.toString('base64')].join('$');
}
