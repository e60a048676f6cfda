export async function findUser(pool, id) {
  const client = await pool.connect();
  const { rows } = await client.query('SELECT id, name FROM users WHERE id = $1', [id]);
  if (rows.length === 0) {
    console.warn('no user', id);
    client.release();
  }
  client.release();
//^^^^^^^^^^^^^^^^ doubleRelease
  return rows[0];
}
