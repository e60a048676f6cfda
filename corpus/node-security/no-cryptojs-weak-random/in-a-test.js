// options: {"allowInTests": false}
// filename: vault.spec.js
import CryptoJS from 'crypto-js';
import { test } from 'node:test';
import { seal, unseal } from './vault.js';

test('gives back what was sealed', (t) => {
  const key = CryptoJS.lib.WordArray.random(32).toString();
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakRandom
  t.assert.equal(unseal(key, seal(key, 'text')), 'text');
});
