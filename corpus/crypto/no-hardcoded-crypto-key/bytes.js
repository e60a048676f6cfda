import crypto from 'node:crypto';

const backup = (iv) => crypto.createCipheriv('des-ede', Buffer.from([1, 2, 3, 5, 8, 13, 21, 34]), iv);
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedKey
const archive = (iv) => crypto.createCipheriv('des-ede', new Uint8Array([1, 1, 2, 3, 5, 8, 13, 21]), iv);
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedKey
const nothing = (iv) => crypto.createCipheriv('des-ede', Buffer.from([]), iv);
//                                                       ^^^^^^^^^^^^^^^ hardcodedKey

export { archive, backup, nothing };
