import { pbkdf2Sync, timingSafeEqual } from 'node:crypto';

const CURRENT = 600_000;

export function verify(password, record) {
  const key = pbkdf2Sync(password, record.salt, record.iterations, 32, 'sha256');
  const valid = timingSafeEqual(key, record.hash);
  return { valid, outdated: record.iterations < CURRENT };
}
