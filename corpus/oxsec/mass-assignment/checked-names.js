const { Pool } = require('pg');
const pool = new Pool();

module.exports = function update(id, changes) {
  const sets = [];
  const values = [id];
  for (const [name, value] of Object.entries(changes)) {
    if (!/^[a-z_]+$/.test(name)) throw new Error('no column');
    values.push(value);
    sets.push(`${name} = $${values.length}`);
  }
  return pool.query(`UPDATE users SET ${sets.join(', ')} WHERE id = $1`, values);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
};
