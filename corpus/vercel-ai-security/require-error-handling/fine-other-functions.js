import { generate } from './text.js';

export const title = async (text) => (await generate({ text })).title;
