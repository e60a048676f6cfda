import { createCipheriv } from 'node:crypto';

export const counter = (key, n) => createCipheriv('aes-256-ctr', key, Buffer.from([0, 0, n]));
export const decoded = (key, iv) => createCipheriv('aes-256-cbc', key, Buffer.from(iv, 'hex'));
export const old = (key) => createCipheriv('aes-256-ecb', key);
