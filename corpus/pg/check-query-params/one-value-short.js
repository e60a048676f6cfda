import { pool } from './db.js';

export async function updateEmail(id, email) {
  const result = await pool.query('UPDATE users SET email = $1 WHERE id = $2', [email]);
//                                                                             ^^^^^^^ parameterCountMismatch
  if (result.rowCount !== 1) {
    throw new Error(`user ${id} is gone`);
  }
}
