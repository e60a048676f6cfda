export async function stream(pool, sql, res) {
  const client = await pool.connect();
  const rows = client.query(sql);
  rows.on('row', (row) => res.write(JSON.stringify(row)));
  rows.on('error', (error) => {
    client.release(error);
    res.destroy(error);
  });
  rows.on('end', () => {
    client.release();
    res.end();
  });
}
