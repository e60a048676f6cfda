import { pool } from './db.js';

export async function getProfile(id) {
  const { rows } = await pool.query('SELECT id, name, avatar_url FROM users WHERE id = $1', [id]);
  if (rows.length === 0) {
    return null;
  }
  const [user] = rows;
  return { id: user.id, name: user.name, avatar: user.avatar_url };
}
