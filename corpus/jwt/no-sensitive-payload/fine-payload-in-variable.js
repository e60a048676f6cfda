import jwt from 'jsonwebtoken';

export function issue(user, key) {
  const payload = { sub: user.id, email: user.email };
  return jwt.sign(payload, key, { expiresIn: '15m' });
}
