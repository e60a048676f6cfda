// options: {"allowStaticTemplates": false}
import { generateText } from 'ai';

export const answer = (prompt) => generateText({ model, system: `You answer in one sentence.`, prompt });
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamicSystemPrompt
