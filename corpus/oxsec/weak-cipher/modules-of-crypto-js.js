import TripleDES from 'crypto-js/tripledes';
import RC4 from 'crypto-js/rc4';
import Rabbit from 'crypto-js/rabbit';

export const three = (message, key) => TripleDES.encrypt(message, key).toString();
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
export const stream = (message, key) => RC4.encrypt(message, key).toString();
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
export const other = (message, key) => Rabbit.encrypt(message, key).toString();
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
export const global = (message, key) => CryptoJS.RC4.encrypt(message, key).toString();
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
export const ofWindow = (message, key) => window.CryptoJS.RC4.encrypt(message, key).toString();
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakCipher
