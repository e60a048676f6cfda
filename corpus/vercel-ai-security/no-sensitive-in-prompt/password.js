import { generateText } from 'ai';

export async function help(user) {
  return generateText({ model, prompt: `Log in as ${user.name} with ${user.password}` });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveInPrompt
}
