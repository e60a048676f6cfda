import { pool } from './db.js';

export async function transfer(client, from, to, amount) {
  await client.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, from]);
  await client.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [amount, to]);
}

export const recent = (days) =>
  pool.query('SELECT id FROM accounts WHERE opened_at > now() - $1 * interval \'1 day\'', [days]);
