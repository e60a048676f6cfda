import { generateText } from 'ai';
import { sanitizeDocs, vectorStore } from './store.js';

export async function answer(question) {
  const docs = await vectorStore.similaritySearch(question, 4);
  return generateText({ model, prompt: `${sanitizeDocs(docs)}\n\n${question}` });
}
