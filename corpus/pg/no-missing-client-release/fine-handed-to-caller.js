import { pool } from './db.js';

export async function borrow(work) {
  return pool.connect().then(async (client) => {
    const result = await work(client);
    client.release();
    return result;
  });
}

export const take = () => pool.connect();
