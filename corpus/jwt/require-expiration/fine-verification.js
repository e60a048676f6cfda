import jwt from 'jsonwebtoken';

export function check(token, key) {
  return jwt.verify(token, key, { algorithms: ['RS256'], maxAge: '1h' });
}

export const signature = (document, key) => document.signedBy(key);
