import { streamText } from 'ai';

const apiKey = process.env.BILLING_KEY;

export const run = (task) => streamText({ model, system: 'Use the key ' + apiKey, prompt: task });
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^ sensitiveInPrompt
