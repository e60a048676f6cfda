import { updateOne, insertMany } from './store.js';

export async function rename(id, name) {
  await updateOne(id, { name });
  return insertMany([{ id, renamed: new Date() }]);
}
