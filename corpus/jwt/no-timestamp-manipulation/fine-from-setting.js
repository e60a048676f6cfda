import jwt from 'jsonwebtoken';

export function issue(claims, key, { noTimestamp }) {
  return jwt.sign(claims, key, { noTimestamp });
}

export function issueUnless(claims, key, dated) {
  return jwt.sign(claims, key, { noTimestamp: !dated });
}
