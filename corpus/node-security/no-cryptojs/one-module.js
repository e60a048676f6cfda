import sha256 from 'crypto-js/sha256';
//@1 deprecatedCryptojs
import Hex from 'crypto-js/enc-hex';
//@1 deprecatedCryptojs

export function etag(body) {
  const digest = sha256(body).toString(Hex);
  return `"${digest.slice(0, 16)}"`;
}
