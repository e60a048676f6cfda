import { pool } from './db.js';

export async function login(email, ip) {
  const { rows } = await pool.query('SELECT id, hash FROM users WHERE email = $1', [email]);
  pool.query('INSERT INTO logins (user_id, ip) VALUES ($1, $2)', [rows[0]?.id, ip]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noFloatingQuery
  return rows[0] ?? null;
}
