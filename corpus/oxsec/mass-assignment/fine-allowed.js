const { Pool } = require('pg');
const pool = new Pool();
const ALLOWED = new Set(['name', 'city']);

exports.update = (id, changes) => {
  const sets = [];
  for (const key of Object.keys(changes)) {
    if (!ALLOWED.has(key)) continue;
    sets.push(`${key} = $${sets.length + 2}`);
  }
  return pool.query(`UPDATE users SET ${sets.join(', ')} WHERE id = $1`, [id]);
};
