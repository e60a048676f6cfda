// options: {"trustedAnnotations": ["@header-only"], "allowHeaderInspection": true}
import jwt from 'jsonwebtoken';
import { keyFor } from './keys.js';

export function verifyWithRotatingKey(token) {
  // @header-only
  const { header } = jwt.decode(token, { complete: true });
  return jwt.verify(token, keyFor(header.kid), { algorithms: ['RS256'] });
}

export function tenantOf(token) {
  // @decoded-header-only
  return jwt.decode(token).tenant;
//       ^^^^^^^^^^^^^^^^^ decodeWithoutVerify
}
