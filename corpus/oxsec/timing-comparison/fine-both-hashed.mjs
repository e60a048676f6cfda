// safe: other function
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const key = randomBytes(32);
const mac = (text) => createHmac('sha256', key).update(text).digest();

export function sameSecret(one, other) {
  return timingSafeEqual(mac(one), mac(other));
}
