import jwt from 'jsonwebtoken';

export const issue = (user, key) =>
  jwt.sign({ sub: user.id }, key, {
    noTimestamp: false,
    expiresIn: '1h',
  });
