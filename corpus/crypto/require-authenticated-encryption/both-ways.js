import { createCipheriv, createDecipheriv } from 'node:crypto';

export const seal = (key, iv) => createCipheriv('AES-128-CTR', key, iv);
//                                              ^^^^^^^^^^^^^ unauthenticatedEncryption
export const open = (key, iv) => createDecipheriv("aes-128-ctr", key, iv);
//                                                ^^^^^^^^^^^^^ unauthenticatedEncryption
