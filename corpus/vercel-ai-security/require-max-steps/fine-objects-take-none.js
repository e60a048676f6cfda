import { generateObject } from 'ai';

export const sort = (prompt, tools) => generateObject({ model, schema, prompt, tools });
