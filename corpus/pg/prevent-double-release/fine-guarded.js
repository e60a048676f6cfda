export async function stream(pool, sql, onRow) {
  const client = await pool.connect();
  let released = false;
  const rows = client.query(sql);
  rows.on('row', onRow);
  rows.on('error', () => {
    if (!released) {
      released = true;
      client.release();
    }
  });
  rows.on('end', () => {
    if (!released) {
      released = true;
      client.release();
    }
  });
}
