import { streamText } from 'ai';

export const chat = (messages, users) =>
  streamText({
    model,
    messages,
    tools: {
      deleteUser: {
//@7 missingConfirmation
        description: 'Deletes a user',
        execute: ({ id }) => users.remove(id),
      },
      listUsers: { description: 'Lists users', execute: () => users.all() },
    },
  });
