import { generateText } from 'ai';

export async function answer(question) {
  const { text } = await generateText({ model, prompt: question, maxTokens: 400 });
  return text;
}
