const pool = require('./pool');

async function exportTable(client, done) {
  const rows = client.query('COPY users (id, name) TO STDOUT WITH (FORMAT csv)');
  const { rows: copies } = await pool.query('SELECT copied_at FROM exports ORDER BY copied_at DESC LIMIT 1');
  rows.on('end', () => done(copies[0]?.copied_at));
  return rows;
}

module.exports = exportTable;
