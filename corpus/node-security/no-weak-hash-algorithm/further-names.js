// options: {"additionalWeakAlgorithms": ["whirlpool", "sha-?224"], "allowInTests": false}
// filename: hashes.test.js
import crypto from 'node:crypto';
import { test } from 'node:test';
import { known } from './hashes.js';

test('knows every algorithm of version 1', (t) => {
  t.assert.ok(known(crypto.createHash('whirlpool')));
//                                    ^^^^^^^^^^^ weakHashAlgorithm
  t.assert.ok(known(crypto.createHash('sha224')));
//                                    ^^^^^^^^ weakHashAlgorithm
  t.assert.ok(known(crypto.createHash('rsa-md4')));
//                                    ^^^^^^^^^ weakHashAlgorithm
});
