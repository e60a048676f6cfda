import CryptoJS from 'crypto-js';

export const key = (password, salt) =>
  CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 600000, hasher: CryptoJS.algo.SHA256 });
