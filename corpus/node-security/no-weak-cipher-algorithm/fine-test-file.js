// options: {"allowInTests": true, "additionalWeakCiphers": ["camellia"]}
// filename: ciphers.spec.js
import crypto from 'node:crypto';
import { test } from 'node:test';
import { isWeak } from './ciphers.js';

test('knows weak ciphers', (t) => {
  const cipher = crypto.createCipheriv('des-ede3-cbc', Buffer.alloc(24), Buffer.alloc(8));
  t.assert.ok(isWeak(cipher));
});
