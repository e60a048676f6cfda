// options: {"minKeyBits": 128}
import { createCipheriv } from 'node:crypto';

export const seal = (key, iv) => createCipheriv('aes-128-gcm', key, iv);
