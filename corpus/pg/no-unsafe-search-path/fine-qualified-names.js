import { pool } from './db.js';

const TABLES = new Map([
  ['north', 'SELECT id FROM north.orders WHERE customer = $1'],
  ['south', 'SELECT id FROM south.orders WHERE customer = $1'],
]);

export async function orders(region, customer) {
  const { rows } = await pool.query(TABLES.get(region), [customer]);
  const current = await pool.query('SHOW search_path');
  return { rows, path: current.rows[0].search_path };
}
