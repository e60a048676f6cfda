import { sha1 as digest, sha512 } from 'crypto-hash';
//       ^^^^^^^^^^^^^^ sha1Deprecated

export async function fingerprint(file) {
  const content = await file.arrayBuffer();
  const [short, long] = await Promise.all([digest(content), sha512(content)]);
  return { short: short.slice(0, 12), long };
}
