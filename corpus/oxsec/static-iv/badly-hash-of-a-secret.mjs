import { createCipheriv, createHash } from 'node:crypto';

const vector = createHash('md5').update(process.env.SECRET).digest();

export const seal = (key, text) => createCipheriv('aes-256-cbc', key, vector).update(text, 'utf8', 'hex');
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
