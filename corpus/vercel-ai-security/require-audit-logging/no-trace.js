import { generateText } from 'ai';

export async function answer(question, userId) {
  const { text } = await generateText({ model, prompt: question });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAuditLogging
  return { text, userId };
}
