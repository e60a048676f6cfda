// safe: constant
const { Pool } = require('pg');
const pool = new Pool();

exports.update = (id, { name, city }) =>
  pool.query('UPDATE users SET name = $2, city = $3 WHERE id = $1', [id, name, city]);
