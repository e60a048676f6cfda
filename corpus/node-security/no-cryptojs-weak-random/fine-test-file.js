// options: {"allowInTests": true}
// filename: vault.test.js
import CryptoJS from 'crypto-js';
import { test } from 'node:test';
import { seal } from './vault.js';

test('seals with any key', (t) => {
  const key = CryptoJS.lib.WordArray.random(32);
  t.assert.ok(seal(key.toString(), 'text'));
});
