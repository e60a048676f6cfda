import { generateText } from 'ai';

export async function help(user) {
  return generateText({ model, prompt: `Greet ${user.firstName}, who likes ${user.hobbies.join(', ')}` });
}
