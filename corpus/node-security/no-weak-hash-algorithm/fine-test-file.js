// options: {"allowInTests": true}
// filename: hashes.spec.js
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { isWeak } from './hashes.js';

test('calls MD5 weak', (t) => {
  t.assert.ok(isWeak(createHash('md5')));
  t.assert.ok(isWeak(createHash('sha1')));
});
