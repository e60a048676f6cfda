import jwt from 'jsonwebtoken';

export function issue(user, key) {
  const payload = { sub: user.id, scope: user.scopes.join(' ') };
  return jwt.sign(payload, key, { expiresIn: '15m' });
}

export const header = (token) => JSON.parse(Buffer.from(token.split('.')[0], 'base64url').toString());
