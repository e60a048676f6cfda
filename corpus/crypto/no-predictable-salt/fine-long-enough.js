import { randomFillSync, scryptSync } from 'node:crypto';

// Zeros, but as many as a salt has; who fills them is not followed.
export const key = (password) => scryptSync(password, Buffer.alloc(16), 32);
export const filled = (password) => scryptSync(password, randomFillSync(Buffer.alloc(16)), 32);
