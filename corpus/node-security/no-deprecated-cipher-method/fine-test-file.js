// options: {"allowInTests": true}
// filename: legacy.spec.ts
import crypto from 'node:crypto';
import { test } from 'node:test';
import { openLegacy } from './legacy.js';

test('opens what version 1 sealed', (t) => {
  const cipher = crypto.createCipher('aes-128-cbc', 'old');
  const sealed: string = cipher.update('text', 'utf8', 'hex') + cipher.final('hex');
  t.assert.equal(openLegacy(sealed, 'old'), 'text');
});
