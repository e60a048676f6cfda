import { pbkdf2Sync, randomBytes } from 'node:crypto';

const ROUNDS = 1000;

export function derive(password) {
  const salt = randomBytes(16);
  return { salt, hash: pbkdf2Sync(password, salt, ROUNDS, 64, 'sha512') };
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fewRounds
}
