import { streamObject } from 'ai';

export const rows = (prompt) => streamObject({ model, schema, prompt, 'max_tokens': 2000 });
