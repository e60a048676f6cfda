import { promises as files } from 'node:fs';
import { encrypt } from './crypto.mjs';

export async function backup(file, data) {
  await files.writeFile(file, await encrypt(data));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}

export const backupPlain = (file, data) => files['writeFile'](file, data);
