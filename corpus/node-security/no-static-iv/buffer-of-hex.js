import { createCipheriv } from 'node:crypto';

export function sealToken(token, key) {
  const cipher = createCipheriv('aes-128-ctr', key, Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex'));
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
  const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
  return sealed.toString('base64url');
}
