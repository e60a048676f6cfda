// options: {"minIterations": 1000}
import crypto from 'node:crypto';

// WPA2 fixes the number: 4096.
export function pairwiseMasterKey(passphrase, ssid) {
  return crypto.pbkdf2Sync(passphrase, ssid, 4096, 32, 'sha1');
}

export function asHex(key) {
  return key.toString('hex');
}
