// options: {"allowInTests": true}
// filename: src/login.spec.js
test('signs in', async () => {
  const answer = await signIn('root', 'letmein');
  expect(answer.status).toBe(200);
});
