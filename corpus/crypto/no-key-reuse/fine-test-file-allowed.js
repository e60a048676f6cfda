// options: {"allowInTests": true}
// filename: round-trip.test.js
import { createCipheriv, createDecipheriv } from 'node:crypto';

const sealed = createCipheriv('aes-256-ctr', key, iv).update('text');
assert.equal(createDecipheriv('aes-256-ctr', key, iv).update(sealed), 'text');
