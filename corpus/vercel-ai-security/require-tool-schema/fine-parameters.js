import { generateText } from 'ai';

export const answer = (prompt, schema, files) =>
  generateText({
    model,
    prompt,
    tools: { readFile: { parameters: schema, execute: ({ path }) => files.read(path) } },
  });
