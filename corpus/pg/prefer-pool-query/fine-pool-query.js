import { pool } from './db.js';

export async function getUserById(id) {
  const { rows } = await pool.query('SELECT id, name FROM users WHERE id = $1', [id]);
  return rows[0] ?? null;
}

export async function touch(id) {
  await pool.query('UPDATE users SET seen_at = now() WHERE id = $1', [id]);
}
