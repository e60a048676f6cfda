import { pool } from './db.js';

export async function listen(onMessage) {
  const client = await pool.connect();
  client.on('notification', onMessage);
  await client.query('LISTEN jobs');
  return () => client.release();
}
