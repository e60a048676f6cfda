const { Pool } = require('pg');

const pool = new Pool();

module.exports.record = async function record(event) {
  const connection = await pool.connect();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ preferPoolQuery
  await connection.query('INSERT INTO events (kind, body) VALUES ($1, $2)', [event.kind, event.body]);
  connection.release();
};
