import { createCipheriv } from 'node:crypto';

const ALGORITHM = 'aes-256-cbc';

// What the variable holds is not followed, nor a mode that is not at the end.
export const seal = (key, iv) => createCipheriv(ALGORITHM, key, iv);
export const padded = (key, iv) => createCipheriv('aes-256-cbc-hmac-sha256', key, iv);
