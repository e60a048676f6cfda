// safe: constant
import jwt from 'jsonwebtoken';

export function tokenFor({ id, role }) {
  return jwt.sign({ id, role }, process.env.JWT_SECRET, { expiresIn: '15m' });
}
