import { createHash } from 'node:crypto';

export function etag(body) {
  const digest = createHash('sha256').update(body).digest('base64url');
  return `"${digest.slice(0, 27)}"`;
}

export const same = (left, right) => etag(left) === etag(right);
