import { generateText } from 'ai';

export const ask = (options) => generateText(options);
export const again = () => generateText();
