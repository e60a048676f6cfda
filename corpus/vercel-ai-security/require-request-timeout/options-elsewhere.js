import { streamText } from 'ai';
import { defaults } from './defaults.js';

export function talk(messages) {
  return streamText({ ...defaults, messages });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingTimeout
}

export const again = () => streamText(defaults);
//                         ^^^^^^^^^^^^^^^^^^^^ missingTimeout
