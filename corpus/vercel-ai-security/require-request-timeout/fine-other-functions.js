import { generate } from './text.js';

export const title = (text) => generate({ text, length: 60 });
