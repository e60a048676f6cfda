import { createCipheriv, createDecipheriv } from 'node:crypto';

export const seal = (key) => createCipheriv('aes-256-cbc', key, '0000000000000000');
//                                                              ^^^^^^^^^^^^^^^^^^ nonRandomIv
export const open = (key) => createDecipheriv('aes-256-cbc', key, "0000000000000000");
//                                                                ^^^^^^^^^^^^^^^^^^ nonRandomIv
