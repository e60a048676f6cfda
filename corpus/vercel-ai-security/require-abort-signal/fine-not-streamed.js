import { generateText } from 'ai';

export const answer = (prompt) => generateText({ model, prompt });
