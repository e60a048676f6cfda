// options: {"allowInTests": true, "testFilePattern": "\\.fixture\\.js$"}
// filename: tests/admin.fixture.js
export function admin(input) {
  const user = { name: 'root' };
  user.role = input;
  return user;
}
