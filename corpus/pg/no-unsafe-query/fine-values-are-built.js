import { pool } from './db.js';

export async function findByName(prefix, page) {
  const pattern = `${prefix.replace(/[\\%_]/g, '\\$&')}%`;
  const offset = (page - 1) * 20;
  const { rows } = await pool.query(
    'SELECT id, name FROM users WHERE name LIKE $1 ORDER BY name LIMIT 20 OFFSET $2',
    [pattern, offset],
  );
  return rows;
}
