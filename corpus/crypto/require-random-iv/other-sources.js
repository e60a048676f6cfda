// options: {"allowedSources": ["freshIv"]}
import { createCipheriv } from 'node:crypto';
import { freshIv } from './iv.js';

export const good = (key) => createCipheriv('aes-256-cbc', key, freshIv());
export const bad = (key) => createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 1));
//                                                             ^^^^^^^^^^^^^^^^^^^ nonRandomIv
