export function publicUser(user) {
  const { hash, salt, ...rest } = user;
  void hash, salt;
  return rest;
}

export const isOpen = (session) => typeof session.key !== 'undefined';
