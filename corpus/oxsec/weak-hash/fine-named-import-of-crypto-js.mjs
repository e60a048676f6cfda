// safe: purpose
import { CryptoJS } from 'crypto-js';

export const name = (picture) => CryptoJS.MD5(picture).toString();
export const many = (password, salt) => CryptoJS.PBKDF2(password, salt, { iterations: 600000 }).toString();
