// options: {"allowInTests": true}
// filename: padding.spec.js
import { createCipheriv } from 'node:crypto';
import { test } from 'node:test';

test('gives the block of the standard', (t) => {
  const cipher = createCipheriv('aes-128-ecb', Buffer.alloc(16), null);
  t.assert.equal(cipher.update(Buffer.alloc(16), null, 'hex'), '66e94bd4ef8a2c3b884cfa59ca342b2e');
});
