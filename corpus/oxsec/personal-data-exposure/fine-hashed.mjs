import { createHmac } from 'node:crypto';
import newrelic from 'newrelic';

const key = process.env.PSEUDONYM_KEY;

export function mark(user) {
  newrelic.setCustomAttribute('user', createHmac('sha256', key).update(user.email).digest('hex'));
}
