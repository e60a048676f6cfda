// filename: vault.test.js
import { createCipheriv } from 'node:crypto';

const cipher = createCipheriv('aes-256-ctr', '0123456789abcdef0123456789abcdef', Buffer.alloc(16));
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedKey
cipher.end('probe');
