import { Pool } from 'pg';

const { PGHOST, PGUSER, PGPASSWORD, PGDATABASE } = process.env;

if (!PGPASSWORD) {
  throw new Error('PGPASSWORD is not set');
}

export const pool = new Pool({
  host: PGHOST,
  user: PGUSER,
  password: PGPASSWORD,
  database: PGDATABASE,
});
