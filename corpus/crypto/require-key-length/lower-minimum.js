// options: {"minKeyBits": 192}
import { createCipheriv } from 'node:crypto';

export const short = (key, iv) => createCipheriv('aes-128-ctr', key, iv);
//                                               ^^^^^^^^^^^^^ weakKeyLength
export const longer = (key, iv) => createCipheriv('aes-192-ctr', key, iv);
