// options: {"allowInTests": true}
// filename: manifest.spec.js
import { test } from 'node:test';
import { sha1 } from 'crypto-hash';
import { legacy } from './manifest.js';

test('reads manifests of version 1', async (t) => {
  t.assert.equal(legacy(`${await sha1('text')}  a.txt`).length, 1);
});
