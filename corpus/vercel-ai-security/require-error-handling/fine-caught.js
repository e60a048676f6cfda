import { generateText } from 'ai';

export async function answer(question) {
  try {
    const { text } = await generateText({ model, prompt: question });
    return text;
  } catch (error) {
    return 'The model does not answer.';
  }
}
