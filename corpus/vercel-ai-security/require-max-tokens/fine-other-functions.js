import { generate } from './qr.js';

export const code = (text) => generate({ text, size: 200 });
