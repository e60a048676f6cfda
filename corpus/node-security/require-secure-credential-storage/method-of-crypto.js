import fs from 'fs';
import * as vault from './vault.js';

export function store(file, secret, done) {
  fs.writeFile(file, vault.encrypt(secret), done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}

export const optional = (storage, key, value) => storage?.setItem(key, value);
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
