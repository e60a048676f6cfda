import { streamObject } from 'ai';

export function rows(prompt, signal) {
  return streamObject({ model, schema, prompt, abortSignal: signal }).partialObjectStream.getReader();
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingTimeout
}
