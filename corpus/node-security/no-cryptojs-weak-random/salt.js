import CryptoJS from 'crypto-js';

export function hashPassword(password) {
  const salt = CryptoJS.lib.WordArray.random(128 / 8);
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakRandom
  const key = CryptoJS.PBKDF2(password, salt, { keySize: 256 / 32, iterations: 600000 });
  return `${salt.toString()}:${key.toString()}`;
}
