import { createCipheriv, createDecipheriv } from 'node:crypto';

// Only variables are followed.
export class Box {
  seal = (iv) => createCipheriv('aes-256-gcm', this.key, iv);
  open = (iv) => createDecipheriv('aes-256-gcm', this.key, iv);
}
