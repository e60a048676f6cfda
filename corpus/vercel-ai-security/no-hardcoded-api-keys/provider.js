import { createOpenAI } from '@ai-sdk/openai';

export const openai = createOpenAI({ apiKey: 'sk-0000exampleexample0000example' });
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedApiKey
