const pool = require('./pool');

async function transfer(from, to, amount) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT move($1, $2, $3)', [from, to, amount]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    client.release(error);
    throw error;
  } finally {
    client.release();
//  ^^^^^^^^^^^^^^^^ doubleRelease
  }
}

module.exports = transfer;
