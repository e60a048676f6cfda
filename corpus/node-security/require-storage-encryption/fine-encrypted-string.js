import { encryptString } from './crypto.js';

export function saveProfile(profile) {
  localStorage.setItem('profile', encryptString(JSON.stringify(profile)));
}
