import { tool } from 'ai';
import { users } from './db.js';

export const lookUp = tool({
  description: 'Looks up a user',
  inputSchema,
  execute: async ({ id }) => users.findById(id),
//                           ^^^^^^^^^^^^^^^^^^ missingOutputFilter
});
