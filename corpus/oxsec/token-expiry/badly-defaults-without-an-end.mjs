import jwt from 'jsonwebtoken';

const defaults = { algorithm: 'HS256', issuer: 'shop' };

export function issue(id, audience) {
  return jwt.sign({ sub: id }, process.env.JWT_SECRET, { ...defaults, audience });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenExpiry
}
