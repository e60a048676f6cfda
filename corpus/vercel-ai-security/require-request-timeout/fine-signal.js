import { generateText } from 'ai';

export async function answer(question) {
  const { text } = await generateText({ model, prompt: question, abortSignal: AbortSignal.timeout(30_000) });
  return text;
}
