import { tool } from 'ai';
import { notes } from './notes.js';

export const readNote = tool({
//@30 missingInputSchema
  description: 'Reads a note',
  execute: async ({ id }) => notes.get(id),
});
