import { SignJWT } from 'jose';

export async function issue(id, key) {
  return new SignJWT({ role: 'user' }).setProtectedHeader({ alg: 'HS256' }).setSubject(id).setIssuedAt().sign(key);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenExpiry
}
