import { pool } from './db.js';

export async function getUserById(id) {
  const client = await pool.connect();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ preferPoolQuery
  try {
    const { rows } = await client.query('SELECT id, name FROM users WHERE id = $1', [id]);
    return rows[0] ?? null;
  } finally {
    client.release();
  }
}
