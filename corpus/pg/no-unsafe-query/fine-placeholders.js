import { pool } from './db.js';

export async function createUser({ email, name }) {
  const text = 'INSERT INTO users (email, name) VALUES ($1, $2) RETURNING id';
  const { rows } = await pool.query(text, [email.toLowerCase(), name]);
  return rows[0].id;
}

export async function removeUser(id) {
  const { rowCount } = await pool.query(`DELETE FROM users WHERE id = $1`, [id]);
  return rowCount === 1;
}
