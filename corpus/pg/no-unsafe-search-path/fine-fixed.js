import { Pool } from 'pg';

export const pool = new Pool();

pool.on('connect', (client) => {
  client.query('SET search_path TO app, public').catch((error) => {
    console.error('search path', error);
    process.exit(1);
  });
});
