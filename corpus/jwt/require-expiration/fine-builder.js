import { SignJWT } from 'jose';

// `new SignJWT(…)` is no call of that name, and the builder says itself when the token expires.
export async function session(user, key) {
  const token = new SignJWT({ sub: user.id }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('2h');
  return seal(token, key);
}
