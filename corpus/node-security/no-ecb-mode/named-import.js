import { createCipheriv } from 'node:crypto';

const BLOCK = 16;

export function encryptBlocks(blocks, key) {
  return blocks.map((block) => {
    const cipher = createCipheriv("aes-256-ecb", key, Buffer.alloc(0));
//                                ^^^^^^^^^^^^^ ecbMode
    cipher.setAutoPadding(block.length % BLOCK !== 0);
    return Buffer.concat([cipher.update(block), cipher.final()]);
  });
}
