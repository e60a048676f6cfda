import { pool } from './db.js';

export async function saveScore(player, points) {
  await pool.query('INSERT INTO scores (player, points) VALUES ($1, $2)', [player, points]);
  const result = await pool.query('SELECT max(points) AS best FROM scores WHERE player = $1', [player]);
  return result.rows[0].best;
}

export const reset = async () => {
  await pool.query('TRUNCATE scores');
};
