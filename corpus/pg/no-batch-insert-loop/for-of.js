import { pool } from './db.js';

export async function importUsers(users) {
  let imported = 0;
  for (const user of users) {
    await pool.query('INSERT INTO users (email, name) VALUES ($1, $2)', [user.email, user.name]);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noBatchInsertLoop
    imported += 1;
  }
  return imported;
}
