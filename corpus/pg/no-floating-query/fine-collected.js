import { pool } from './db.js';

export async function dashboard(userId) {
  const orders = pool.query('SELECT count(id) FROM orders WHERE user_id = $1', [userId]);
  const visits = pool.query('SELECT count(id) FROM visits WHERE user_id = $1', [userId]);
  const [first, second] = await Promise.all([orders, visits]);
  void pool.query('SELECT pg_stat_reset()');
  return { orders: first.rows[0].count, visits: second.rows[0].count };
}
