// safe: origin
import { randomInt } from 'node:crypto';

export function createOtp() {
  const otp = randomInt(0, 1_000_000);
  return String(otp).padStart(6, '0');
}
