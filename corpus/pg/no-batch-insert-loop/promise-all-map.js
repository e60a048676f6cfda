const pool = require('./pool');

async function markRead(ids) {
  await Promise.all(
    ids.map((id) => pool.query('UPDATE messages SET read_at = now() WHERE id = $1', [id])),
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noBatchInsertLoop
  );
}

module.exports = markRead;
