export async function openTransaction(pool) {
  const client = await pool.connect();
  await client.query('begin isolation level repeatable read');
  return {
    close() {
      client.release();
    },
  };
}
