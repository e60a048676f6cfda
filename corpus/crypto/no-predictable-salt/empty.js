import { scrypt, scryptSync } from 'node:crypto';

export const derive = (password, done) => scrypt(password, '', 32, done);
//                                                         ^^ predictableSalt
export const deriveNow = (password) => scryptSync(password, null, 32);
//                                                          ^^^^ predictableSalt
