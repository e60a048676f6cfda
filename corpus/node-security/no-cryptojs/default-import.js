import CryptoJS from 'crypto-js';
//@1 deprecatedCryptojs

const secret = process.env.COOKIE_SECRET;

export function seal(value) {
  return CryptoJS.AES.encrypt(JSON.stringify(value), secret).toString();
}

export function unseal(text) {
  return JSON.parse(CryptoJS.AES.decrypt(text, secret).toString(CryptoJS.enc.Utf8));
}
