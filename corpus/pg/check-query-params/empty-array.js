const { pool } = require('./db');

exports.handler = async (event) => {
  const { id } = event.pathParameters;
  const { rows } = await pool.query('SELECT id, name FROM users WHERE id = $1', []);
//                                                                              ^^ parameterCountMismatch
  return {
    statusCode: rows.length > 0 ? 200 : 404,
    body: JSON.stringify(rows[0] ?? { missing: id }),
  };
};
