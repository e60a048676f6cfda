// options: {"allowInTests": false}
// filename: manifest.test.js
import { test } from 'node:test';
import { sha1 } from 'crypto-hash';
//       ^^^^ sha1Deprecated
import { legacy } from './manifest.js';

test('reads manifests of version 1', async (t) => {
  const line = `${await sha1('text')}  a.txt`;
//                      ^^^^^^^^^^^^ sha1Deprecated
  t.assert.deepEqual(legacy(line), [{ file: 'a.txt' }]);
});
