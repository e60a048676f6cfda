import { chunk } from './lists.js';

export const handler = async (event) => {
  for (const part of chunk(event.Records, 10)) await Promise.all(part.map(store));
};

export const first = async (event) => event.Records.slice(0, 10).map(store);
