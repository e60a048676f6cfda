export const api = {
  handlers: { deleteUser: { method: 'DELETE' }, createUser: { method: 'POST' } },
  toolset: { removeUser: { execute: true } },
};
