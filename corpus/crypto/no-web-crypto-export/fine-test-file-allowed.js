// options: {"allowInTests": true}
// filename: keys.test.js
const raw = await crypto.subtle.exportKey('raw', key);

assert.equal(raw.byteLength, 32);
