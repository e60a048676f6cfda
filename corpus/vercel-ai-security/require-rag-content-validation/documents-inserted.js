import { generateText } from 'ai';
import { vectorStore } from './store.js';

export async function answer(question) {
  const docs = await vectorStore.similaritySearch(question, 4);
  return generateText({ model, prompt: `${docs}\n\n${question}`, maxTokens: 500 });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^ unsanitizedRagContent
}
