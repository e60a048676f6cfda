// options: {"strictMode": false}
import jwt from 'jsonwebtoken';
import { keys } from './keys.js';

export function check(token) {
  // @decoded-header-only
  const decoded = jwt.decode(token, { complete: true });
  return jwt.verify(token, keys[decoded.header.kid], { algorithms: ['ES256'] });
}
