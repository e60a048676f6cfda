import { createDecipheriv } from 'node:crypto';

export const open = (key, iv, data) => createDecipheriv("AES-192-CBC", key, iv).update(data);
//                                                      ^^^^^^^^^^^^^ weakKeyLength
