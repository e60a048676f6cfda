// options: {"allowInTests": false}
// filename: legacy.test.js
import crypto from 'node:crypto';
import { test } from 'node:test';
import { openLegacy } from './legacy.js';

test('opens what version 1 sealed', (t) => {
  const cipher = crypto.createCipher('aes-128-cbc', 'old');
//                      ^^^^^^^^^^^^ deprecatedCipherMethod
  const sealed = cipher.update('text', 'utf8', 'hex') + cipher.final('hex');
  t.assert.equal(openLegacy(sealed, 'old'), 'text');
});
