import { createCipheriv } from 'node:crypto';

export const cipher = (key, iv) => createCipheriv('des3cfb', key, iv);
//                                                ^^^^^^^^^ unauthenticatedEncryption
