import { timingSafeEqual } from 'node:crypto';

export function sameToken(given, expected) {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

export function hasScope(session, scope) {
  return session.scopes.some((item) => item.name === scope);
}
