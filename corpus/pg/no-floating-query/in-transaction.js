const pool = require('./pool');

module.exports = async function withdraw(id, amount) {
  const client = await pool.connect();
  try {
    client.query('BEGIN');
//  ^^^^^^^^^^^^^^^^^^^^^ noFloatingQuery
    await client.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, id]);
    client.query('COMMIT');
//  ^^^^^^^^^^^^^^^^^^^^^^ noFloatingQuery
  } finally {
    client.release();
  }
};
