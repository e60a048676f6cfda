import { sha256 } from 'crypto-hash';

export async function etag(body) {
  const digest = await sha256(body);
  return `"${digest.slice(0, 32)}"`;
}

export async function same(left, right) {
  return (await sha256(left)) === (await sha256(right));
}
