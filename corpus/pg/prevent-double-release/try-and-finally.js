import { pool } from './db.js';

export async function save(order) {
  const client = await pool.connect();
  try {
    await client.query('INSERT INTO orders (id, body) VALUES ($1, $2)', [order.id, order]);
    client.release();
  } finally {
    client.release();
//  ^^^^^^^^^^^^^^^^ doubleRelease
  }
}
