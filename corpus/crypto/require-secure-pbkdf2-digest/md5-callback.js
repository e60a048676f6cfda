import { pbkdf2 } from 'node:crypto';

export function derive(password, salt, done) {
  pbkdf2(password, salt, 600000, 32, "MD5", (error, key) => done(error, key));
  //                                 ^^^^^ weakPbkdf2Digest
}
