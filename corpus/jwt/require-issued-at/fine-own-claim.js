import jwt from 'jsonwebtoken';

export function backdated(event, key) {
  return jwt.sign({ event: event.id, iat: event.time }, key, { noTimestamp: true });
}
