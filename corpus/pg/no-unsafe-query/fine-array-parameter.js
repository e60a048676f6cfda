const { pool } = require('./db');

async function findMany(ids) {
  if (ids.length === 0) {
    return [];
  }
  const label = 'findMany(' + ids.length + ')';
  console.time(label);
  const { rows } = await pool.query('SELECT id, name FROM users WHERE id = ANY($1::int[])', [ids]);
  console.timeEnd(label);
  return rows;
}

module.exports = findMany;
