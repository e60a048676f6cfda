import { randomBytes, randomInt } from 'node:crypto';

export const token = randomBytes(32).toString('base64url');
export const code = String(randomInt(1_000_000)).padStart(6, '0');
