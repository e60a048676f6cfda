import { generateText } from 'ai';
import { model } from './model.js';

export async function answer(userInput) {
  const { text } = await generateText({ model, prompt: userInput, maxTokens: 500 });
//                                                     ^^^^^^^^^ unsafePrompt
  return text;
}
