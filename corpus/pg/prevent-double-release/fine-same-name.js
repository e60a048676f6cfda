// Each function has a client of its own, whatever all of them are called.
async function count(pool, table) {
  const client = await pool.connect();
  const { rows } = await client.query('select count(*) from pg_class where relname = $1', [table]);
  client.release();
  return Number(rows[0].count);
}

async function names(pool) {
  const client = await pool.connect();
  const { rows } = await client.query('select relname from pg_class');
  client.release();
  return rows.map((row) => row.relname);
}

module.exports = { count, names };
