import { generateText } from 'ai';

export const answer = (prompt, files) =>
  generateText({
    model,
    prompt,
    tools: {
      readFile: { description: 'Reads a file', execute: ({ path }) => files.read(path) },
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingInputSchema
      listFiles: { parameters: none, execute: () => files.list() },
    },
  });

const none = {};
