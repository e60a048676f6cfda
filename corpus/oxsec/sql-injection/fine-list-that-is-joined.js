const mysql = require('mysql2/promise');

const pool = mysql.createPool({ uri: process.env.DATABASE });

exports.handler = async (event) => {
  const { ids } = JSON.parse(event.body);
  const numbers = ids.map(Number);
  const [items] = await pool.query(`SELECT * FROM items WHERE id IN (${numbers.join(', ')})`);
  return { statusCode: 200, body: JSON.stringify(items) };
};
