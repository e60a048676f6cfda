import { generateText } from 'ai';
import { redact } from './redact.js';

export const help = (user) => generateText({ model, prompt: redact(user.password), maxTokens: 100 });
