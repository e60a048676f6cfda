import { keys } from './keys.js';

export const exported = keys.exportKey('raw');
export const named = exportKey(keys.subtle);
