export function login({ user = 'guest', password = 'guest' } = {}) {
  const credentials = { user, password };
  return credentials;
}
