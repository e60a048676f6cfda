const { Pool } = require('pg');
const pool = new Pool();

exports.update = (id, changes) => {
  const sets = Object.keys(changes)
    .filter((key) => key !== 'id' && /^[a-z_]+$/.test(key))
    .map((key, at) => `${key} = $${at + 2}`);
  return pool.query(`UPDATE users SET ${sets.join(', ')} WHERE id = $1`, [id]);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
};
