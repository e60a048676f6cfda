import { tool } from 'ai';
import { z } from 'zod';
import { notes } from './notes.js';

export const readNote = tool({
  description: 'Reads a note',
  inputSchema: z.object({ id: z.string().uuid() }),
  execute: async ({ id }) => notes.get(id),
});
