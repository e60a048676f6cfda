const pool = require('./pool');

async function exportRows(client) {
  const stream = client.query("COPY (SELECT id, name FROM users) TO STDOUT WITH (FORMAT csv)");
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedPath
  const copies = await pool.query('SELECT count(id) AS copies FROM copies');
  return { stream, copies: copies.rows[0].copies };
}

module.exports = exportRows;
