import { pool } from './db.js';

export async function getUser(id) {
  const client = await pool.connect();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingClientRelease
  const { rows } = await client.query('SELECT id, name FROM users WHERE id = $1', [id]);
  if (rows.length === 0) {
    return null;
  }
  return rows[0];
}
