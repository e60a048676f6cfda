import md5 from 'crypto-js/md5';
import sha1 from 'crypto-js/sha1';
import sha256 from 'crypto-js/sha256';
import sha512 from 'crypto-js/sha512';
import pbkdf2 from 'crypto-js/pbkdf2';

export const oldest = (password) => md5(password).toString();
//                                  ^^^^^^^^^^^^^ weakHash
export const old = (password) => sha1(password).toString();
//                               ^^^^^^^^^^^^^^ weakHash
export const fast = (password) => sha256(password).toString();
//                                ^^^^^^^^^^^^^^^^ weakHash
export const long = (password) => sha512(password).toString();
//                                ^^^^^^^^^^^^^^^^ weakHash
export const few = (password, salt) => pbkdf2(password, salt, { iterations: 1000 }).toString();
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fewRounds
