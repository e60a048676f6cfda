import { pool } from './db.js';

export function renumber(items) {
  return items.reduce(async (before, item, index) => {
    await before;
    await pool.query(`UPDATE items SET position = $1 WHERE id = $2`, [index, item.id]);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noBatchInsertLoop
  }, Promise.resolve());
}
