import { CryptoJS } from 'crypto-js';

export const hide = (text, key) => {
  const iv = CryptoJS.lib.WordArray.random(16);
  return iv.toString() + CryptoJS.AES.encrypt(text, key, { iv }).toString();
};
