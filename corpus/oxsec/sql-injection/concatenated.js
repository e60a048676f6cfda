const { Pool } = require('pg');
const pool = new Pool();

exports.find = async (email) => {
  const result = await pool.query("SELECT id FROM users WHERE email = '" + email + "'");
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  return result.rows;
};
