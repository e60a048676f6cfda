import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET;

export function readSession(req) {
  const token = req.cookies.session;
  if (!token) return null;
  return jwt.verify(token, secret, { algorithms: ['HS256'] });
}
