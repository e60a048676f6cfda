import { Pool } from 'pg';
import { tlsOptions } from './tls.js';

const strict = process.env.NODE_ENV === 'production';

export const pool = new Pool({
  host: process.env.PGHOST,
  ssl: strict ? tlsOptions() : { rejectUnauthorized: strict },
});
