const mysql = require('mysql2/promise');

const pool = mysql.createPool({ uri: process.env.DATABASE });

exports.handler = async (event) => {
  const { ids, names } = JSON.parse(event.body);
  const [items] = await pool.query(`SELECT * FROM items WHERE id IN (${ids.join(', ')})`);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  const [people] = await pool.query("SELECT * FROM people WHERE name IN ('" + names.join("','") + "')");
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  return { statusCode: 200, body: JSON.stringify({ items, people }) };
};
