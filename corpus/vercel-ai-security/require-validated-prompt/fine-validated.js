import { generateText } from 'ai';
import { validateInput } from './validate.js';

export async function answer(userInput) {
  const { text } = await generateText({ model, prompt: validateInput(userInput), maxTokens: 500 });
  return text;
}
