import jwt from 'jsonwebtoken';
import { pool } from './pool.mjs';

export async function issue(id) {
  const { rows } = await pool.query('SELECT * FROM users WHERE id = $1', [id]);
  const user = rows[0];
  return jwt.sign({ sub: id, user }, process.env.KEY, { expiresIn: '15m' });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenPayload
}
