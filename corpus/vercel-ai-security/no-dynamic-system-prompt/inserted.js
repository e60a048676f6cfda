import { generateText } from 'ai';

export async function greet(user, prompt) {
  return generateText({ model, system: `You help ${user.name}, who is ${user.age}.`, prompt });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamicSystemPrompt
}
