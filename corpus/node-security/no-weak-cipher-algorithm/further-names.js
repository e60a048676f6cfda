// options: {"additionalWeakCiphers": ["cast5", "seed"], "allowInTests": false}
// filename: ciphers.test.js
import crypto from 'node:crypto';
import { test } from 'node:test';
import { supported } from './ciphers.js';

test('takes what OpenSSL calls legacy', (t) => {
  const key = Buffer.alloc(16);
  t.assert.ok(supported(crypto.createCipheriv('cast5-cbc', key, Buffer.alloc(8))));
//                                            ^^^^^^^^^^^ weakCipherAlgorithm
  t.assert.ok(supported(crypto.createCipheriv('SEED-CBC', key, Buffer.alloc(16))));
//                                            ^^^^^^^^^^ weakCipherAlgorithm
});
