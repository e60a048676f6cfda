import { generateObject, streamObject } from 'ai';
import { loadPrompt } from './prompts.js';

export async function sort(kind, prompt) {
  const first = await generateObject({ model, schema, system: await loadPrompt(kind), prompt });
//                                                            ^^^^^^^^^^^^^^^^^^^^^^ dynamicSystemPrompt
  const rest = streamObject({ model, schema, system: loadPrompt.sync(kind), prompt });
//                                                   ^^^^^^^^^^^^^^^^^^^^^ dynamicSystemPrompt
  return [first, rest];
}
