// safe: constant
const { Pool } = require('pg');
const pool = new Pool();
const DEFAULTS = { name: '', city: '' };

exports.update = (id, changes) => {
  const sets = Object.keys(DEFAULTS).map((key, at) => `${key} = $${at + 2}`);
  return pool.query(`UPDATE users SET ${sets.join(', ')} WHERE id = $1`, [id, ...Object.values(changes)]);
};
