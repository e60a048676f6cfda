// options: {"allowInTests": true}
// filename: vault.spec.ts
import { createCipheriv } from 'node:crypto';

const cipher = createCipheriv('aes-256-ctr', '0123456789abcdef0123456789abcdef', Buffer.alloc(16));
cipher.end('probe');
