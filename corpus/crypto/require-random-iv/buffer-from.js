import crypto from 'node:crypto';

const bytes = (key) => crypto.createCipheriv('aes-128-ctr', key, Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]));
//                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nonRandomIv
const text = (key) => crypto.createCipheriv('aes-128-ctr', key, Buffer.from('sixteen bytes ok'));
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nonRandomIv

export { bytes, text };
