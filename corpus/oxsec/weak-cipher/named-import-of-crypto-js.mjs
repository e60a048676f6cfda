import { CryptoJS } from 'crypto-js';

export const hide = (text, key) => CryptoJS.DES.encrypt(text, key).toString();
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
export const stream = (text, key) => CryptoJS.RC4.encrypt(text, key).toString();
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
export const blocks = (text, key) => CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB }).toString();
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
