import { generateText } from 'ai';

export async function answer(question) {
  const { text } = await generateText({ model, prompt: question });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingErrorHandling
  return text;
}
