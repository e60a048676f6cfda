import { sha1 } from 'crypto-hash';
//       ^^^^ sha1Deprecated

const cache = new Map();

export async function etag(body) {
  if (!cache.has(body)) {
    cache.set(body, await sha1(body));
//                        ^^^^^^^^^^ sha1Deprecated
  }
  return `"${cache.get(body)}"`;
}
