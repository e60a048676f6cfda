// options: {"maxExpirationSeconds": 3600}
import jwt from 'jsonwebtoken';

export function refresh(claims, key) {
  const payload = { ...claims, exp: Math.floor(Date.now() / 1000) + 3600 };
  // The payload does expire, but the call does not show it.
  return jwt.sign(payload, key);
//       ^^^^^^^^^^^^^^^^^^^^^^ missingExpiration
}
