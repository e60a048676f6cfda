const { Pool } = require('pg');
const pool = new Pool();
const ALLOWED = ['name', 'city'];

exports.update = (id, changes) => {
  const columns = Object.keys(changes).filter((column) => ALLOWED.includes(column));
  const sets = columns.map((column, at) => `${column} = $${at + 2}`);
  return pool.query(`UPDATE users SET ${sets.join(', ')} WHERE id = $1`, [id, ...columns.map((it) => changes[it])]);
};
