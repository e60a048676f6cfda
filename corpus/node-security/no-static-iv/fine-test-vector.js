// options: {"allowInTests": true}
// filename: channel.spec.js
import crypto from 'node:crypto';
import { test } from 'node:test';

test('gives the ciphertext of the standard', (t) => {
  const key = Buffer.from('2b7e151628aed2a6abf7158809cf4f3c', 'hex');
  const cipher = crypto.createCipheriv('aes-128-cbc', key, Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex'));
  t.assert.ok(cipher.update('6bc1bee22e409f96e93d7e117393172a', 'hex').length > 0);
});
