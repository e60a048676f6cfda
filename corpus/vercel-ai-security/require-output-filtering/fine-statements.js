export const lookUp = {
  execute: async ({ id }) => {
    const user = await users.findById(id);
    return { name: user.name };
  },
};
