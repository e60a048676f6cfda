import { streamText } from 'ai';

export function talk(messages, user) {
  console.warn(`model called by ${user.id}`);
  const limit = user.paying ? 4000 : 500;
  return streamText({ model, messages, maxTokens: limit });
}
