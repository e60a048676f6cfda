import { pool } from './db.js';

export async function updateUser(id, fields) {
  const keys = Object.keys(fields);
  const assignments = keys.map((key, i) => `${key} = $${i + 1}`).join(', ');
  const query = `UPDATE users SET ${assignments} WHERE id = $${keys.length + 1} RETURNING id`;
  const { rows } = await pool.query(query, [...Object.values(fields), id]);
//                                  ^^^^^ unsafeTemplateLiteral
  return rows[0];
}
