import { CryptoJS } from 'crypto-js';

export const old = (password) => CryptoJS.MD5(password).toString();
//                               ^^^^^^^^^^^^^^^^^^^^^^ weakHash
export const fast = (password) => CryptoJS.SHA256(password).toString();
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^ weakHash
