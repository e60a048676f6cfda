import crypto from 'node:crypto';

const RENAMED = { createCipher: 'createCipheriv', createDecipher: 'createDecipheriv' };

export function advise(method) {
  if (method in RENAMED && typeof crypto.createCipher === 'undefined') {
    return `use ${RENAMED[method]}`;
  }
  return null;
}
