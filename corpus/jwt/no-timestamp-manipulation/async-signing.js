import { promisify } from 'node:util';
import * as tokens from './tokens.js';

const signWith = promisify((payload, key, done) =>
  tokens.signJWT(payload, key, { expiresIn: '1h', noTimestamp: true }, done),
//                                                             ^^^^ noTimestampTrue
);

export const issue = (user, key) => signWith({ sub: user.id }, key);
