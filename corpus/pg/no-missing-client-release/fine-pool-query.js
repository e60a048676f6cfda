const { Pool } = require('pg');

const pool = new Pool({ max: 5 });

async function getUser(id) {
  const { rows } = await pool.query('SELECT id, name FROM users WHERE id = $1', [id]);
  return rows[0] ?? null;
}

module.exports = { getUser, end: () => pool.end() };
