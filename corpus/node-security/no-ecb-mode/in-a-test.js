// options: {"allowInTests": false}
// filename: padding.test.js
import { createCipheriv } from 'node:crypto';
import { test } from 'node:test';
import { pad } from './padding.js';

test('pads to whole blocks', (t) => {
  const cipher = createCipheriv('aes-128-ecb', Buffer.alloc(16), null).setAutoPadding(false);
//                              ^^^^^^^^^^^^^ ecbMode
  t.assert.equal(cipher.update(pad('text'), 'latin1').length % 16, 0);
});
