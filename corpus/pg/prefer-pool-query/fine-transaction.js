import { pool } from './db.js';

export async function createOrder(order) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('INSERT INTO orders (id) VALUES ($1)', [order.id]);
    await client.query('INSERT INTO lines (order_id, sku) SELECT $1, UNNEST($2::text[])', [order.id, order.skus]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
