import { Pool } from 'pg';

let pool;

export function getPool() {
  if (!pool) {
    pool = new Pool({
      connectionString: 'postgres://reporting:Xy7-kk2@db.internal:5432/warehouse',
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noHardcodedCredentials
      idleTimeoutMillis: 30_000,
      ssl: { ca: process.env.PG_CA },
    });
  }
  return pool;
}
