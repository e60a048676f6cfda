import { generateText } from 'ai';

export const title = (text) => generateText({ model, prompt: `A title for: ${text}`, 'tools': undefined });
