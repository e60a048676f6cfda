import { generateText } from 'ai';

const SYSTEM_PROMPT = 'You answer in one sentence.';

export const answer = (prompt) => generateText({ model, system: SYSTEM_PROMPT, prompt });
