import CryptoJS from 'crypto-js';

export const key = (password, salt) => CryptoJS.PBKDF2(password, salt).toString();
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakPbkdf2Digest
export const longer = (password, salt) => CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 1000 });
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakPbkdf2Digest
