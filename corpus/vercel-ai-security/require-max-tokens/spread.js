import { generateObject } from 'ai';
import { defaults } from './defaults.js';

export const sort = (prompt) => generateObject({ ...defaults, schema, prompt, [`maxTokens`]: 100 });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingMaxTokens
