const { Pool } = require('pg');
const pool = new Pool();

async function update(id, changes) {
  const parts = [];
  const values = [];
  let place = 1;
  for (const [column, value] of Object.entries(changes)) {
    parts.push(`${column} = $${place++}`);
    values.push(value);
  }
  values.push(id);
  return pool.query(`UPDATE users SET ${parts.join(', ')} WHERE id = $${place}`, values);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
}

module.exports = { update };
