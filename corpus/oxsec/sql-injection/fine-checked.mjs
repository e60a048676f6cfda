import mysql from 'mysql2/promise';

const connection = await mysql.createConnection({});

export async function count(table) {
  if (!/^[a-z_]+$/.test(table)) throw new Error('no such table');
  return connection.query(`SELECT COUNT(*) FROM ${table}`);
}
