import { createDecipheriv } from 'node:crypto';

export function open(iv, sealed) {
  const decipher = createDecipheriv('aes-128-cbc', Buffer.from('00112233445566778899aabbccddeeff', 'hex'), iv);
  //                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedKey
  return decipher.update(sealed, 'base64', 'utf8') + decipher.final('utf8');
}
