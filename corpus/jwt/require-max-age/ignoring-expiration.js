import jwt from 'jsonwebtoken';

export function refresh(token, secret) {
  const { sub } = jwt.verify(token, secret, { algorithms: ['HS256'], ignoreExpiration: true });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingMaxAge
  return jwt.sign({ sub }, secret, { expiresIn: '15m' });
}
