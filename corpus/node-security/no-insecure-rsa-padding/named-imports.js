import { constants, privateEncrypt, publicDecrypt, publicEncrypt } from 'node:crypto';

export const wrapKey = (publicKey, key) =>
  publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, key);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRsaPadding

export const signRaw = (privateKey, digest) =>
  privateEncrypt({ padding: constants.RSA_PKCS1_PADDING, key: privateKey }, digest);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRsaPadding

export function openRaw(publicKey, signature) {
  return publicDecrypt({ key: publicKey, padding: constants['RSA_PKCS1_PADDING'] }, signature);
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRsaPadding
}
