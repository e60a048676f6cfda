const platformCrypto = globalThis.crypto;

export function makeToken() {
  if (!platformCrypto?.getRandomValues) {
    const token = Math.random().toString(36);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
    return token;
  }
  return platformCrypto.randomUUID();
}

export function makeSecret(isOld) {
  if (isOld || !platformCrypto.randomUUID) {
    const secret = Math.random().toString(36);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
    return secret;
  }
  return platformCrypto.randomUUID();
}

export function renew(given, expected) {
  if (!crypto.timingSafeEqual(given, expected)) {
    return null;
  }
  const token = Math.random().toString(36);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
  return token;
}
