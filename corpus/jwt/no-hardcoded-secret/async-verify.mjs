import { jwtVerify } from 'jose';
import { verifyJWT } from './legacy.mjs';

export async function claims(token) {
  if (token.startsWith('v1.')) return verifyJWT(token, 'legacy-shared-secret');
//                                                     ^^^^^^^^^^^^^^^^^^^^^^ hardcodedSecret
  const { payload } = await jwtVerify(token, new TextEncoder().encode(process.env.SECRET));
  return payload;
}
