import { createHmac, timingSafeEqual } from 'node:crypto';

export function verify(body, header, secret) {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(header, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
