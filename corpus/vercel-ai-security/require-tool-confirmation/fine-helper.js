import { tool } from 'ai';

export const agent = {
  tools: { deleteUser: tool({ inputSchema, execute: remove }), updateUser: remove },
};

function remove() {}
