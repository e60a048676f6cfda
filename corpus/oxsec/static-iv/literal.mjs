import { createCipheriv } from 'node:crypto';

const IV = '1234567890123456';

export function seal(key, text) {
  const cipher = createCipheriv('aes-192-cbc', key, IV);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
  return Buffer.concat([cipher.update(text), cipher.final()]).toString('base64');
}
