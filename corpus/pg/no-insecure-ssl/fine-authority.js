import { readFileSync } from 'node:fs';
import { Pool } from 'pg';

export const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  ssl: {
    ca: readFileSync('/run/secrets/rds-ca.pem', 'utf8'),
    rejectUnauthorized: true,
  },
});
