import { verify } from 'jsonwebtoken';

export function check(token, key) {
  const claims = verify(token, key, { algorithms: ['RS256'], noTimestamp: true });
  if (claims.iat * 1000 > Date.now()) throw new Error('issued in the future');
  return claims;
}
