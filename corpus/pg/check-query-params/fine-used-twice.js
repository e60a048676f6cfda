const { pool } = require('./db');

async function search(term) {
  const pattern = `%${term}%`;
  const { rows } = await pool.query(
    'SELECT id FROM users WHERE name ILIKE $1 OR email ILIKE $1 OR city ILIKE $1',
    [pattern],
  );
  return rows;
}

module.exports = search;
