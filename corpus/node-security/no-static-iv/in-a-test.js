// options: {"allowInTests": false}
// filename: channel.test.js
import crypto from 'node:crypto';
import { test } from 'node:test';
import { open } from './channel.js';

test('opens a known message', (t) => {
  const key = Buffer.alloc(32);
  const cipher = crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc('0000000000000000'));
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
  t.assert.equal(open(key, cipher.update('text')), 'text');
});
