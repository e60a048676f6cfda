import { hkdfSync, scryptSync } from 'node:crypto';

export const expand = (key, salt) => hkdfSync('sha1', key, salt, 'mail', 32);
export const stretch = (password, salt) => scryptSync(password, salt, 32, { N: 2 ** 15 });
