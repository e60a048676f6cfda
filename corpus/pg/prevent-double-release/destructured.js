import { pool } from './db.js';

export async function count(table) {
  const { query, release } = await pool.connect();
  try {
    const { rows } = await query(table === 'users' ? 'SELECT count(id) FROM users' : 'SELECT count(id) FROM orders');
    release();
    return rows[0].count;
  } catch (error) {
    release();
//  ^^^^^^^^^ doubleRelease
    throw error;
  }
}
