// options: {"allowInTests": true}
// filename: tests/session.test.js
test('the session has the token that was asked for', async () => {
  const session = await open({ token: 'abc' });
  expect(session.token === 'abc').toBe(true);
  expect(session.user == 'anna').toBe(true);
});
