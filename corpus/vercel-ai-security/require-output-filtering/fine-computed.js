export const tools = {
  sum: { execute: ({ a, b }) => a + b },
  now: { execute: () => new Date() },
  later: { execute: async ({ id }) => await users.find(id) },
};
