import { pool } from './db.js';

const giveBack = (taken) => taken.release();

export async function vacuum(tables) {
  const client = await pool.connect();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingClientRelease
  await client.query('SET statement_timeout = 0');
  for (const table of tables) {
    await client.query(`VACUUM ANALYZE ${table}`);
  }
  giveBack(client);
}
