import { createCipheriv } from 'node:crypto';

// Two variables, one name.
export function first(secret, iv) {
  return createCipheriv('aes-256-gcm', secret, iv);
}

export function second(iv) {
  const secret = Buffer.from(process.env.SECOND_KEY, 'hex');
  return createCipheriv('aes-256-gcm', secret, iv);
  //                                   ^^^^^^ keyReuse
}
