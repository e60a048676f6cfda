import { CryptoJS } from 'crypto-js';

const iv = CryptoJS.enc.Utf8.parse('0000000000000000');

export const hide = (text, key) => CryptoJS.AES.encrypt(text, key, { iv }).toString();
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
