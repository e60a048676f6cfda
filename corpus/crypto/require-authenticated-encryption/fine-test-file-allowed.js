// options: {"allowInTests": true}
// filename: legacy.test.ts
import { createCipheriv } from 'node:crypto';

const old = createCipheriv('aes-256-cbc', key, iv).update('legacy');
