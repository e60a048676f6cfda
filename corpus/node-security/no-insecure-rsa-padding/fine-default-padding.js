import { privateDecrypt, publicEncrypt } from 'node:crypto';

export function wrapKey(publicKey, key) {
  return publicEncrypt(publicKey, key).toString('base64');
}

export function unwrapKey(privateKey, sealed) {
  return privateDecrypt({ key: privateKey, oaepHash: 'sha256' }, Buffer.from(sealed, 'base64'));
}
