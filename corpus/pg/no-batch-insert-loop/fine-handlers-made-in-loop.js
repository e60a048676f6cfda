import { pool } from './db.js';

const handlers = {};

for (const table of ['users', 'orders']) {
  handlers[table] = async (id) => {
    const { rowCount } = await pool.query('UPDATE touched SET at = now() WHERE name = $1 AND id = $2', [table, id]);
    return rowCount === 1;
  };
}

export default handlers;
