import { pool } from './db.js';

export async function forTenant(req, work) {
  const client = await pool.connect();
  try {
    await client.query(`SET search_path TO ${req.headers['x-tenant']}, public`);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noUnsafeSearchPath
    return await work(client);
  } finally {
    client.release();
  }
}
