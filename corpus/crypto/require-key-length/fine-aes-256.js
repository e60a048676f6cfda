import { createCipheriv, createDecipheriv } from 'node:crypto';

export const seal = (key, iv) => createCipheriv('aes-256-gcm', key, iv);
export const open = (key, iv) => createDecipheriv('aes256', key, iv);
