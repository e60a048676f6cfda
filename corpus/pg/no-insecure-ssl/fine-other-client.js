import { createClient } from 'redis';
import { Pool } from 'pg';

export const cache = createClient({ socket: { tls: true, rejectUnauthorized: false } });

export const pool = new Pool({
  max: 10,
  rejectUnauthorized: false,
});

export async function close() {
  await cache.quit();
  await pool.end();
}
