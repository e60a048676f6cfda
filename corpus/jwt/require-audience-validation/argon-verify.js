import argon2 from 'argon2';

// Not a token at all, but a method of that name with two arguments.
export async function login(users, name, password) {
  const user = await users.find(name);
  if (!user) return null;
  return (await argon2.verify(user.hash, password)) ? user : null;
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAudienceValidation
}
