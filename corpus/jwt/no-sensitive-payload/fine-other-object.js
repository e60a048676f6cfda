import { createHmac } from 'node:crypto';

export function signature(body, secret) {
  return createHmac('sha256', secret).update(JSON.stringify(body)).digest('hex');
}

export const profile = (user) => ({ email: user.email, phone: user.phone });
