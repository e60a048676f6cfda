// options: {"allowInTests": true}
// filename: login.spec.js
const token = Math.random().toString(36);

expect(await check(token)).toBe(false);
