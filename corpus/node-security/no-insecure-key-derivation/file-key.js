import crypto from 'node:crypto';
import { readFile } from 'node:fs/promises';

export async function openVault(file, passphrase) {
  const content = await readFile(file);
  const key = crypto.pbkdf2Sync(passphrase, content.subarray(0, 16), 2e4, 32, 'sha256');
//                                                                   ^^^ insufficientIterations
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, content.subarray(16, 28));
  decipher.setAuthTag(content.subarray(28, 44));
  return Buffer.concat([decipher.update(content.subarray(44)), decipher.final()]);
}
