export async function ping(pools) {
  const alive = [];
  for (const pool of pools) {
    let client = await pool.connect();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ preferPoolQuery
    await client.query('SELECT 1');
    client.release();
    client = null;
    alive.push(pool);
  }
  return alive;
}
