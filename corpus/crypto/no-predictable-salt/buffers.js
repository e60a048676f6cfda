import crypto from 'node:crypto';

export function keys(password) {
  const fixed = crypto.scryptSync(password, Buffer.from('c2FsdA==', 'base64'), 32);
  //                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ predictableSalt
  const zeros = crypto.scryptSync(password, Buffer.alloc(8), 32);
  //                                        ^^^^^^^^^^^^^^^ predictableSalt
  return [fixed, zeros];
}
