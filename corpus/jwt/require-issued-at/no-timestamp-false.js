import { sign } from 'jsonwebtoken';

export const issue = (user, key) =>
  sign({ sub: user.id }, key, {
//                            ^ missingIssuedAt
    expiresIn: '1h',
    noTimestamp: false,
  });
