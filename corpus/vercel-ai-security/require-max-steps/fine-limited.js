import { generateText } from 'ai';
import { weather } from './tools.js';

export async function answer(question) {
  return generateText({ model, prompt: question, tools: { weather }, maxSteps: 5 });
}
