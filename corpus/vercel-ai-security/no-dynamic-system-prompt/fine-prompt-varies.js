import { generateText } from 'ai';

export const greet = (user) =>
  generateText({ model, system: 'You greet people.', prompt: `Greet ${user.name}`, 'system': `${user.mood}` });
