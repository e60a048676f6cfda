import { generateText } from 'ai';
import { logger } from './logger.js';

export async function answer(question, userId) {
  logger.info('asking the model', { userId, length: question.length });
  const { text } = await generateText({ model, prompt: question });
  return text;
}
