// options: {"trustedSanitizers": ["checkAge"]}
import { jwtVerify } from 'jose';
import { checkAge } from './age.mjs';

export async function read(token, key, options) {
  const { payload } = await jwtVerify(token, key, options);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingMaxAge
  checkAge(payload.iat);
  return payload;
}
