import { pbkdf2 as callbackPbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

const pbkdf2 = promisify(callbackPbkdf2);

export async function derive(password) {
  const salt = randomBytes(16);
  return { salt, hash: await pbkdf2(password, salt, 600_000, 32, 'sha256') };
}
