import { sign } from 'jsonwebtoken';
import { pepper } from './vault.js';

export function resetToken(user) {
  // Changes with the password, so that a token works once.
  return sign({ sub: user.id }, `${pepper}${user.passwordHash}`, { expiresIn: '20m' });
}

export function resetTokenOf(user) {
  return sign({ sub: user.id }, pepper + user.passwordHash, { expiresIn: '20m' });
}
