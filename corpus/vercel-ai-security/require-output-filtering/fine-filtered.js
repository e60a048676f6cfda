import { redactUser, users } from './db.js';

export const lookUp = {
  execute: ({ id }) => redactUser(users.findById(id)),
  other: { execute: ({ id }) => users.find(id).filter(isPublic) },
};

function isPublic(user) {
  return user.visible;
}
