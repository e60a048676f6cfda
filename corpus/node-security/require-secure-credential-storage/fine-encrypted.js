import { encryptWithKey, encrypt } from './crypto.js';

export function remember(token, key) {
  localStorage.setItem('token', encryptWithKey(token, key));
  sessionStorage.setItem('draft', encrypt(token));
}
