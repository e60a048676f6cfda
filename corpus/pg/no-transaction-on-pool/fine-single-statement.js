const pool = require('./pool');

async function transfer(from, to, amount) {
  await pool.query(
    'WITH taken AS (UPDATE accounts SET balance = balance - $3 WHERE id = $1 RETURNING id) ' +
      'UPDATE accounts SET balance = balance + $3 WHERE id = $2 AND EXISTS (SELECT 1 FROM taken)',
    [from, to, amount],
  );
}

module.exports = transfer;
